import { expect, test } from 'vitest';
import { memberRoles } from '#kernel/permission.ts';
import { masked, neededFor, stateOf } from './invitation.rules.ts';

const noon = new Date('2026-03-31T12:00:00Z');
const later = new Date('2026-03-31T12:00:01Z');

test('[D3] an invitation waits until its last moment, and while its sender may invite', () => {
  expect(stateOf({ expiresAt: later }, true, noon)).toBe('waiting');
  expect(stateOf({ expiresAt: later }, false, noon)).toBe('lapsed');
  expect(stateOf({ expiresAt: noon }, true, noon)).toBe('expired');
});

test('[D4] only who names legal representatives invites one', () => {
  const guarded = memberRoles.filter((role) => neededFor(role) !== 'members.manage');
  expect(guarded).toEqual(['legal_representative']);
});

test('the log recognises an address and does not keep it', () => {
  expect(masked('grace.hopper@example.com')).toBe('g…@example.com');
});
