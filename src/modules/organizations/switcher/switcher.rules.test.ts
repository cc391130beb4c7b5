import { expect, test } from 'vitest';
import { newId } from '#kernel/new-id.ts';
import { currentOf, inSwitcherOrder } from './switcher.rules.ts';

const at = new Date('2026-03-31T12:00:00Z');
const plain = { isPersonalSuite: false };
const own = {
  organizationId: newId('org', at),
  name: 'Ada Lovelace',
  joinedAt: '2026-01-01',
  ...plain,
};
const acme = { organizationId: newId('org', at), name: 'acme', joinedAt: '2026-02-01', ...plain };
const zoo = { organizationId: newId('org', at), name: 'Zoo', joinedAt: '2026-03-01', ...plain };

test('[R28] organizations stand by their name, whatever its case', () => {
  expect(inSwitcherOrder([zoo, own, acme])).toEqual([acme, own, zoo]);
});

test('[R27] the personal suite stands first, whatever its name', () => {
  const suite = { ...zoo, isPersonalSuite: true };
  expect(inSwitcherOrder([own, acme, suite])).toEqual([suite, acme, own]);
});

test('two of one name keep the order in which they were joined', () => {
  const twin = { ...acme, organizationId: newId('org', at), joinedAt: '2026-02-02' };
  expect(inSwitcherOrder([twin, acme])).toEqual([acme, twin]);
});

test('[R29] the portal opens where one worked last', () => {
  expect(currentOf([own, acme], acme.organizationId)).toBe(acme.organizationId);
});

test('[R29] one that is no longer theirs is forgotten: the first joined opens', () => {
  expect(currentOf([zoo, own], acme.organizationId)).toBe(own.organizationId);
  expect(currentOf([zoo, own], undefined)).toBe(own.organizationId);
  expect(currentOf([], undefined)).toBeNull();
});
