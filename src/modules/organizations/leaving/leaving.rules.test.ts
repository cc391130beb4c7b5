import { expect, test } from 'vitest';
import { newId } from '#kernel/new-id.ts';
import { memberRoles } from '#kernel/permission.ts';
import { blockersOf, leavingConditions, type KeptBy } from './leaving.rules.ts';

const product = (label: string): KeptBy['product'] => ({
  subscriptionId: newId('sub', new Date('2026-03-31T12:00:00Z')),
  productName: { en: 'Suite' },
  label,
});
const suite: KeptBy = { kind: 'suite', product: product('Team') };
const mail: KeptBy = { kind: 'mail-address', product: product('acme.example') };

const either = [false, true] as const;
/** Every standing there is: role, who else is there, what the products say. */
const standings = memberRoles.flatMap((role) =>
  either.flatMap((hasOtherMembers) =>
    // whoever has another representative has another member
    (hasOtherMembers ? either : [false]).flatMap((hasOtherRepresentatives) =>
      [[], [suite], [mail], [mail, suite]].map((keptBy) => ({
        role,
        hasOtherMembers,
        hasOtherRepresentatives,
        keptBy,
      })),
    ),
  ),
);

test('there are 48 standings', () => {
  expect(standings).toHaveLength(48);
});

test.for(standings)(
  '[D2] [R33] [R34] [R35] [R36] a $role, others: $hasOtherMembers, is kept by what is not clear',
  ({ role, hasOtherMembers, hasOtherRepresentatives, keptBy }) => {
    const kinds = blockersOf({ role, hasOtherMembers, hasOtherRepresentatives, keptBy }).map(
      ({ kind }) => kind,
    );
    const isNeeded = role === 'legal_representative' && !hasOtherRepresentatives;
    expect(kinds.includes('last-member')).toBe(!hasOtherMembers);
    expect(kinds.includes('last-representative')).toBe(isNeeded);
    expect(kinds.includes('suite')).toBe(keptBy.includes(suite));
    expect(kinds.includes('mail-address')).toBe(keptBy.includes(mail));
    expect(kinds).toEqual(leavingConditions.filter((kind) => kinds.includes(kind)));
  },
);

test('[R37] [D2] free to leave is only who is kept by nothing', () => {
  const free = standings.filter((standing) => blockersOf(standing).length === 0);
  const shown = free.map((standing) => [standing.role, standing.hasOtherRepresentatives]);
  expect(shown).toEqual([
    ['legal_representative', true],
    ...memberRoles.slice(1).flatMap((role) => [
      [role, false],
      [role, true],
    ]),
  ]);
});

test('[R35] [R36] each product that keeps somebody is named', () => {
  const second: KeptBy = { kind: 'suite', product: product('Second') };
  const standing = { hasOtherMembers: true, hasOtherRepresentatives: true } as const;
  const found = blockersOf({ ...standing, role: 'external', keptBy: [mail, suite, second] });
  expect(found).toEqual([suite, second, mail]);
});
