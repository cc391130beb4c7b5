import fc from 'fast-check';
import { expect, test } from 'vitest';
import { memberRoles } from '#kernel/permission.ts';
import { permissionsOf } from '../members/rights.rules.ts';
import { readersOf, refuseBillingOff, type Reader } from './contact.rules.ts';

const chief: Reader = { role: 'legal_representative', isConcerned: true, wants: true };
const administrator: Reader = { role: 'administrator', isConcerned: true, wants: true };
const external: Reader = { role: 'external', isConcerned: false, wants: true };
const off = (reader: Reader): Reader => ({ ...reader, wants: false });

test('[N1] who is concerned and wants it is written to', () => {
  const members = [chief, off(administrator), administrator, external];
  expect(readersOf('billing', members)).toEqual([chief, administrator]);
  expect(readersOf('products', members)).toEqual([chief, administrator]);
});

test('about the identity nobody is left out', () => {
  const members = [off(chief), external];
  expect(readersOf('identity', members)).toEqual([off(chief)]);
});

test('[N1] the only legal representative reads about bills whatever they chose', () => {
  expect(readersOf('billing', [off(chief), administrator])).toEqual([off(chief), administrator]);
  expect(readersOf('products', [off(chief), administrator])).toEqual([administrator]);
});

test('[N1] where nobody wants to read about bills all legal representatives do', () => {
  const members = [off(chief), off(chief), off(administrator)];
  expect(readersOf('billing', members)).toEqual([off(chief), off(chief)]);
  expect(readersOf('products', members)).toEqual([]);
  expect(readersOf('billing', [off(chief), off(chief), administrator])).toEqual([administrator]);
});

test('[N1] the only legal representative cannot turn bills off, also beside others who read them', () => {
  expect(refuseBillingOff(chief, [])).toBe('only-representative');
  expect(refuseBillingOff(chief, [administrator])).toBe('only-representative');
  expect(refuseBillingOff(chief, [chief])).toBeUndefined();
});

test('[N1] nobody turns bills off when nobody else would read them', () => {
  expect(refuseBillingOff(chief, [off(chief)])).toBe('nobody-left');
  expect(refuseBillingOff(chief, [off(chief), external])).toBe('nobody-left');
  expect(refuseBillingOff(chief, [off(chief), administrator])).toBeUndefined();
  expect(refuseBillingOff(administrator, [off(chief), off(chief)])).toBe('nobody-left');
  expect(refuseBillingOff(administrator, [off(chief)])).toBeUndefined(); // the only one reads
  expect(refuseBillingOff(external, [off(chief), off(chief)])).toBeUndefined(); // reads none anyway
});

const reader = fc
  .record({ role: fc.constantFrom(...memberRoles), right: fc.boolean(), wants: fc.boolean() })
  .map(({ role, right, wants }) => ({
    role,
    wants,
    isConcerned: permissionsOf(role, right).has('billing.see'),
  }));

test('[N1] however many turn bills off one after the other, somebody who wants them or must stays', () => {
  fc.assert(
    fc.property(fc.array(reader, { maxLength: 6 }), fc.array(fc.nat(5)), (members, turns) => {
      const there = [chief, ...members];
      for (const turn of turns) {
        const who = there[turn];
        if (!who?.wants) continue;
        const others = there.filter((one) => one !== who);
        if (refuseBillingOff(who, others) === undefined) there[turn] = off(who);
      }
      const chiefs = there.filter(({ role }) => role === 'legal_representative');
      const isRead = there.some(({ isConcerned, wants }) => isConcerned && wants);
      expect(isRead || chiefs.length === 1).toBe(true);
      expect(readersOf('billing', there).length).toBeGreaterThan(0);
    }),
  );
});
