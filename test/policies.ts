// An organization with two members, and the security rules that it sets.
import type { Sent } from '#kernel/contract.ts';
import type { MemberRole } from '#kernel/permission.ts';
import { addMember } from '#modules/organizations/index.ts';
import { savePolicy } from '#modules/organizations/policies/policy.contract.ts';
import { ada, arrive, linus, type Person } from './people.ts';
import { given, type World } from './world.ts';

/** Makes somebody a member of an organization. */
export async function join(world: World, owner: Person, member: Person, role: MemberRole) {
  const actor = { kind: 'user', userId: owner.userId, name: owner.name } as const;
  const joining = { organizationId: owner.ownId, userId: member.userId, role } as const;
  await world.within((tx) => addMember(tx, joining, actor, world.clock.now()));
}

/** Ada's organization, in which Linus collaborates; 31 March 2026. */
export async function two() {
  const world = await given();
  const owner = await arrive(world, ada);
  const member = await arrive(world, linus);
  await join(world, owner, member, 'collaborator');
  return { world, owner, member, params: { organizationId: owner.ownId } };
}

export type Wished = Sent<typeof savePolicy>['body'];

export const usual: Wished = {
  basedOn: 0,
  secondFactor: null,
  methods: ['passkey', 'totp', 'push', 'sms'],
  idleMinutes: null,
  absoluteHours: null,
  mayStay: true,
};
export const inTenDays = { from: '2026-04-10', graceDays: 3 } as const;

/** Sets the rules of somebody's own organization: the usual ones but for these. */
export const save = ({ browser, ownId }: Person, body: Partial<Wished>) =>
  browser.call(savePolicy, {
    params: { organizationId: ownId },
    body: { ...usual, ...body },
  });

/** What was mailed of one kind of letter, the latest first. */
export const lettersTo = async (world: World, address: string, letter: string) =>
  (await world.mails(address)).filter((mail) => mail.letter === letter);
