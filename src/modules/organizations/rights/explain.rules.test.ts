import fc from 'fast-check';
import { expect, test } from 'vitest';
import { memberRoles } from '#kernel/permission.ts';
import {
  asLeader,
  everywhere,
  permissionsIn,
  productRights,
  withGrant,
  type Held,
} from '../members/rights.rules.ts';
import { explain } from './explain.rules.ts';

const team = fc.record({
  teamId: fc.constantFrom('tea_1', 'tea_2', 'tea_3'),
  name: fc.string(),
  allProducts: fc.option(fc.constantFrom(...productRights), { nil: undefined }),
  leads: fc.boolean(),
});

const member = fc.record({
  role: fc.constantFrom(...memberRoles),
  billingRight: fc.boolean(),
  hasGrants: fc.boolean(),
  teams: fc.array(team, { maxLength: 4 }),
});

const held = ({ teams, ...of }: typeof member extends fc.Arbitrary<infer T> ? T : never): Held => ({
  ...of,
  leads: teams.some(({ leads }) => leads),
  allProducts: productRights.findLast((right) =>
    teams.some(({ allProducts }) => allProducts === right),
  ),
});

test('[N3] every right that somebody has is explained, and nothing else', () => {
  fc.assert(
    fc.property(member, (of) => {
      const has = held(of);
      const all = everywhere(has);
      const expected = new Set([
        ...permissionsIn(has),
        ...(all ? withGrant[all] : []),
        ...(has.leads ? asLeader : []),
      ]);
      const explained = explain(has, of.teams);
      expect(new Set(explained.map(({ permission }) => permission))).toEqual(expected);
      expect(explained.every(({ sources }) => sources.length > 0)).toBe(true);
    }),
  );
});

test('[N3] who holds a right by two teams and their role is told of all three', () => {
  const teams = [
    { teamId: 'a', name: 'Webmasters', allProducts: 'see', leads: false },
    { teamId: 'b', name: 'Bookkeepers', allProducts: 'manage', leads: false },
  ] as const;
  const role = 'administrator';
  const has = { role, billingRight: false, hasGrants: false, allProducts: 'manage' } as const;
  const found = explain({ ...has, leads: false }, teams).find(
    ({ permission }) => permission === 'products.see',
  );
  expect(found?.sources).toMatchObject([
    { kind: 'role' },
    { kind: 'team', team: { name: 'Webmasters' } },
    { kind: 'team', team: { name: 'Bookkeepers' } },
  ]);
});

test('[D1] a team that opens all products opens none to an external', () => {
  const teams = [{ teamId: 'a', name: 'Webmasters', allProducts: 'manage', leads: false }] as const;
  const has = { role: 'external', billingRight: false, hasGrants: false } as const;
  const explained = explain({ ...has, allProducts: 'manage', leads: false }, teams);
  expect(explained.map(({ permission }) => permission)).toEqual(['organization.see']);
});
