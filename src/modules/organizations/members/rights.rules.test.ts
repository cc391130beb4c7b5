import { expect, test } from 'vitest';
import { memberRoles, type MemberRole } from '#kernel/permission.ts';
import { organizationPermissions, permissionsOf } from './rights.rules.ts';

const table = (billingRight: boolean) =>
  Object.fromEntries(
    memberRoles.map((role: MemberRole) => [role, [...permissionsOf(role, billingRight)].sort()]),
  );

const legal: ReadonlySet<string> = new Set([
  'organization.edit-identity',
  'members.name-representatives',
]);
const everything = organizationPermissions.toSorted();

test('[R25] [D1] only a legal representative edits the legal identity', () => {
  const editors = memberRoles.filter((role) =>
    permissionsOf(role, true).has('organization.edit-identity'),
  );
  expect(editors).toEqual(['legal_representative']);
});

test('[D1] who may do what, whole', () => {
  expect(table(false)).toEqual({
    legal_representative: everything,
    administrator: everything.filter((one) => !legal.has(one)),
    collaborator: ['organization.see'],
    external: ['organization.see'],
  });
});

test('[D1] the billing right opens the bills to a collaborator, and to no external', () => {
  expect(table(true)).toEqual({
    ...table(false),
    collaborator: ['billing.edit-addresses', 'billing.pay', 'billing.see', 'organization.see'],
  });
});
