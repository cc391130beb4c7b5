import fc from 'fast-check';
import { expect, test } from 'vitest';
import { memberRoles } from '#kernel/permission.ts';
import { changedPlace, faultOf, type Place } from './role-change.rules.ts';

const place = fc.record<Place>({
  role: fc.constantFrom(...memberRoles),
  billingRight: fc.boolean(),
});

const legal: Place = { role: 'legal_representative', billingRight: false };
const collaborator: Place = { role: 'collaborator', billingRight: true };

test('[D1] the billing right stays with collaborators and goes with the role', () => {
  expect(changedPlace(collaborator, { billingRight: false })).toEqual({
    role: 'collaborator',
    billingRight: false,
  });
  expect(changedPlace(collaborator, {})).toEqual(collaborator);
  fc.assert(
    fc.property(place, place, (from, to) => {
      const after = changedPlace(from, to);
      expect(after.role).toBe(to.role);
      expect(after.billingRight && after.role !== 'collaborator').toBe(false);
    }),
  );
});

test('[D4] whoever may not name legal representatives neither makes nor unmakes one', () => {
  fc.assert(
    fc.property(place, place, fc.integer({ min: 1, max: 3 }), (from, to, representatives) => {
      const touches = from.role !== to.role && [from.role, to.role].includes(legal.role);
      const fault = faultOf({ from, to }, { mayName: false, representatives });
      expect(fault === 'representatives-only').toBe(touches);
    }),
  );
});

test('[D4] the last legal representative stays one', () => {
  const to = collaborator;
  const by = { mayName: true };
  expect(faultOf({ from: legal, to }, { ...by, representatives: 1 })).toBe('last-representative');
  expect(faultOf({ from: legal, to }, { ...by, representatives: 2 })).toBeUndefined();
  expect(faultOf({ from: legal, to: legal }, { ...by, representatives: 1 })).toBeUndefined();
});
