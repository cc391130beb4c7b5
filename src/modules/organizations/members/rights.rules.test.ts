import { expect, test } from 'vitest';
import { memberRoles, type MemberRole } from '#kernel/permission.ts';
import {
  organizationPermissions,
  permissionsIn,
  permissionsOf,
  permissionsOnProduct,
  type Held,
  type OnProduct,
} from './rights.rules.ts';

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

const collaborator = { role: 'collaborator', billingRight: false, allProducts: undefined } as const;
const onProduct = (of: Partial<OnProduct>, held: Partial<Held> = {}) =>
  [
    ...permissionsOnProduct(
      { ...collaborator, ...held },
      { granted: undefined, isBlocked: false, ...of },
    ),
  ].filter((one) => one.startsWith('products.'));

test('[D1] [N1] a grant gives what it says on its product; without one there is nothing', () => {
  expect(onProduct({})).toEqual([]);
  expect(onProduct({ granted: 'see' })).toEqual(['products.see']);
  expect(onProduct({ granted: 'manage' })).toEqual(['products.see', 'products.manage']);
});

test('[N3] what was granted and what a team has on all products adds up', () => {
  const both = onProduct({ granted: 'see' }, { allProducts: 'manage' });
  expect(both.toSorted()).toEqual(['products.manage', 'products.see']);
  expect(onProduct({}, { allProducts: 'manage', role: 'external' })).toEqual([]);
  expect(onProduct({ granted: 'see' }, { allProducts: 'manage', role: 'external' })).toEqual([
    'products.see',
  ]);
});

test('[N1] blocked management is withheld from grants and teams, not from those who administrate', () => {
  expect(onProduct({ granted: 'manage', isBlocked: true })).toEqual(['products.see']);
  expect(onProduct({ isBlocked: true }, { allProducts: 'manage' })).toEqual(['products.see']);
  const administrator = onProduct({ isBlocked: true }, { role: 'administrator' });
  expect(administrator).toContain('products.manage');
});

test('[N3] lists open as soon as there is something to list', () => {
  const member = { ...collaborator, hasGrants: false, leads: false };
  expect([...permissionsIn(member)]).toEqual(['organization.see']);
  expect(permissionsIn({ ...member, hasGrants: true })).toContain('products.see');
  expect(permissionsIn({ ...member, allProducts: 'see' })).toContain('products.see');
  expect(permissionsIn({ ...member, leads: true })).toContain('teams.see');
  const external = { ...member, role: 'external', allProducts: 'manage' } as const;
  expect([...permissionsIn(external)]).toEqual(['organization.see']);
});
