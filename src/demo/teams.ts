// Who works in the demo's companies besides those who opened them, and what they may.
import type { Instant } from '#kernel/calendar.ts';
import type { UserId } from '#kernel/ids.ts';
import type { MemberRole } from '#kernel/permission.ts';
import { everything } from '#kernel/scope.ts';
import { hashPassword, openAccount } from '#modules/identity/index.ts';
import {
  addMember,
  addToTeam,
  blockManagement,
  changeGrants,
  changeTeam,
  createTeam,
  nameLeader,
} from '#modules/organizations/index.ts';
import { findProducts } from '#modules/subscriptions/index.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { App } from '../app.ts';
import { demoPassword } from './accounts.ts';
import type { OpenedCustomer } from './open-customers.ts';

/** Long enough ago that their products run. */
export const teamsSinceDaysAgo = 45;

type Colleague = {
  readonly person: readonly [string, string];
  readonly role: MemberRole;
  readonly billingRight?: true;
};

const nina: Colleague = { person: ['Nina', 'Caduff'], role: 'collaborator' };
const diego: Colleague = { person: ['Diego', 'Salas'], role: 'external' };
const lea: Colleague = { person: ['Lea', 'Monnet'], role: 'collaborator', billingRight: true };

type Working = {
  readonly tx: Tx;
  readonly at: OpenedCustomer;
  readonly by: { readonly kind: 'user'; readonly userId: UserId; readonly name: string };
  readonly now: Instant;
};

/** Marta shares the work of her company: two teams, an external, one product kept to herself. */
export async function shareWork({ database }: App, marta: OpenedCustomer, now: Instant) {
  const passwordHash = await hashPassword(demoPassword);
  await database.within(async (tx) => {
    const work = workingAs(tx, marta, now);
    const [ninaId, diegoId, leaId] = [
      await join(work, nina, passwordHash),
      await join(work, diego, passwordHash),
      await join(work, lea, passwordHash),
    ];
    const { organizationId } = marta;
    const domains = await productsOf(work, 'domain');
    const webmasters = { name: 'Webmasters', tint: 3, members: [ninaId, diegoId] };
    const team = await formTeam(work, webmasters);
    await nameLeader(tx, { ...team, userId: ninaId, actor: work.by }, now);
    const teams = { organizationId, holder: { teamId: team.teamId }, actor: work.by };
    const granted = { ...teams, subscriptionIds: domains, access: 'manage' } as const;
    await changeGrants(tx, granted, now);

    const office = await formTeam(work, { name: 'Contabilidad', tint: 5, members: [leaId] });
    const allProducts = { ...office, change: { allProducts: 'see' }, actor: work.by } as const;
    await changeTeam(tx, allProducts, now);

    const mail = await productsOf(work, 'mail-service');
    const own = { organizationId, holder: { userId: ninaId }, actor: work.by };
    await changeGrants(tx, { ...own, subscriptionIds: mail, access: 'manage' }, now);
    const reason = 'Auditoría de los buzones hasta fin de mes';
    for (const subscriptionId of mail) {
      await blockManagement(tx, { organizationId, subscriptionId, reason, actor: work.by }, now);
    }
  });
}

/** In the partner's company Marta sees what its team for design sees, and no more. */
export async function letMartaSee(
  { database }: App,
  { marta, partner }: { marta: OpenedCustomer; partner: OpenedCustomer },
  now: Instant,
): Promise<void> {
  await database.within(async (tx) => {
    const work = workingAs(tx, partner, now);
    const team = await formTeam(work, { name: 'Design', tint: 4, members: [marta.userId] });
    const subscriptionIds = (await productsOf(work)).slice(0, 2);
    const { organizationId } = partner;
    const holder = { teamId: team.teamId };
    const granted = { organizationId, holder, subscriptionIds, access: 'see' } as const;
    await changeGrants(tx, { ...granted, actor: work.by }, now);
  });
}

function workingAs(tx: Tx, at: OpenedCustomer, now: Instant): Working {
  return { tx, at, now, by: { kind: 'user', userId: at.userId, name: at.is.person.join(' ') } };
}

async function join(
  { tx, at, by, now }: Working,
  { person: [firstName, lastName], role, billingRight }: Colleague,
  passwordHash: string,
): Promise<UserId> {
  const address = `${firstName.toLowerCase()}@alpes-diseno.example`;
  const account = { firstName, lastName, address, language: 'es', country: 'CH' } as const;
  const userId = await openAccount(tx, { ...account, passwordHash }, now);
  const member = { organizationId: at.organizationId, userId, role, invitedBy: by.userId };
  const right = billingRight ? { billingGrantedBy: by.userId } : {};
  await addMember(tx, { ...member, ...right }, by, now);
  return userId;
}

async function formTeam(
  { tx, at, by, now }: Working,
  { name, tint, members }: { name: string; tint: number; members: readonly UserId[] },
) {
  const { organizationId } = at;
  const { teamId } = await createTeam(tx, { organizationId, name, tint, actor: by }, now);
  for (const userId of members) {
    await addToTeam(tx, { organizationId, teamId, userId, actor: by }, now);
  }
  return { organizationId, teamId };
}

async function productsOf({ tx, at }: Working, product?: string) {
  const { organizationId } = at;
  const { rows } = await findProducts(tx, { organizationId, scope: everything, limit: 50 });
  return rows
    .filter((row) => product === undefined || row.product === product)
    .map(({ subscriptionId }) => subscriptionId);
}
