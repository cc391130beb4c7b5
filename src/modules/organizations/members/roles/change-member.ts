import { record } from '#modules/activity/index.ts';
import { fullName, renewTokensOf, takeProofFor, userOf } from '#modules/identity/index.ts';
import { queue } from '#modules/messages/index.ts';
import type { Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import type { OrganizationId, UserId } from '#kernel/ids.ts';
import type { MemberRole } from '#kernel/permission.ts';
import { settingsOf } from '#platform/database/surroundings.ts';
import { notPermitted } from '#platform/http/refusals.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Organization } from '../../organization/organization.rules.ts';
import { lockOrganization } from '../../organization/read-organization.ts';
import { authorizeInOrganization } from '../authorize.ts';
import { lastRepresentative, memberNotFound } from '../member.refusals.ts';
import type { Membership } from '../member.rules.ts';
import { countRepresentatives, membershipOf, savePlace } from '../member.store.ts';
import { permissionsOf } from '../rights.rules.ts';
import { placeChanged } from './place-changed.letter.ts';
import {
  changedPlace,
  faultOf,
  isOfRepresentatives,
  type PlaceChange,
} from './role-change.rules.ts';

export type MemberActor = Extract<Actor, { kind: 'user' }>;

type Changing = {
  readonly organizationId: OrganizationId;
  readonly userId: UserId;
  readonly change: PlaceChange;
};

/**
 * Gives a member another role, or the billing right. Under the organization's lock the one who asks
 * is looked at again: of two legal representatives who demote each other at once, one stays (D4).
 * Whoever makes or unmakes one proves for it who they are, as for a succession.
 */
export async function changeMember(
  tx: Tx,
  { organizationId, userId, change }: Changing,
  actor: MemberActor,
  now: Instant,
): Promise<void> {
  const organization = await lockOrganization(tx, organizationId);
  const by = await authorizeInOrganization(tx, actor, 'members.manage', organizationId);
  const isOfRepresentative = await place(tx, { organization, userId, change, by }, actor, now);
  if (!isOfRepresentative) return;
  const critical = { action: 'changeMember', object: `${organizationId}/${userId}` };
  await takeProofFor(tx, { sessionId: actor.sessionId, critical }, now);
}

type Succession = {
  readonly organizationId: OrganizationId;
  readonly userId: UserId;
  /** What the one who names becomes; absent: they stay legal representative too. */
  readonly stepDownTo?: MemberRole | undefined;
};

/** Names another legal representative and, if wanted, steps down: both or neither (D4). */
export async function nameSuccessor(
  tx: Tx,
  { organizationId, userId, stepDownTo: role }: Succession,
  actor: MemberActor,
  now: Instant,
): Promise<void> {
  const organization = await lockOrganization(tx, organizationId);
  const needed = 'members.name-representatives';
  const by = await authorizeInOrganization(tx, actor, needed, organizationId);
  const change = { role: 'legal_representative' } as const;
  await place(tx, { organization, userId, change, by }, actor, now);
  if (!role) return;
  await place(tx, { organization, userId: actor.userId, change: { role }, by }, actor, now);
}

type Placing = {
  readonly organization: Organization;
  readonly userId: UserId;
  readonly change: PlaceChange;
  /** Who wants it, as they are under the lock. */
  readonly by: Membership;
};

/** True where somebody became or stopped being legal representative. */
async function place(
  tx: Tx,
  { organization, userId, change, by }: Placing,
  actor: MemberActor,
  now: Instant,
): Promise<boolean> {
  const { organizationId } = organization;
  const from = await membershipOf(tx, userId, organizationId);
  if (!from) throw memberNotFound({});
  const to = changedPlace(from, change);
  if (to.role === from.role && to.billingRight === from.billingRight) return false;

  const { name, address, language } = await userOf(tx, userId);
  const label = fullName(name);
  const needed = 'members.name-representatives';
  const mayName = permissionsOf(by.role, by.billingRight).has(needed);
  const representatives = await countRepresentatives(tx, organizationId);
  const fault = faultOf({ from, to }, { mayName, representatives });
  if (fault === 'representatives-only') throw notPermitted({ permission: needed });
  if (fault === 'last-representative') throw lastRepresentative({ name: label });

  await savePlace(tx, { ...from, ...to }, { by: actor.userId, now });
  await renewTokensOf(tx, [userId], now);
  const link = `${settingsOf(tx).origin}/o/${organizationId}`;
  const said = { organization: organization.name, from, to, by: actor.name, at: now, link };
  const reader = { userId, name: label, address, language, organizationId };
  await queue(tx, placeChanged, said, reader, now);
  const stream = { organizationId };
  const about = { kind: 'user', id: userId, label };
  if (to.role !== from.role) {
    const facts = { before: from.role, after: to.role };
    const action = 'organizations.member-role-changed';
    await record(tx, { stream, action, actor, about, facts }, now);
  }
  if (to.billingRight !== from.billingRight) {
    const action = `organizations.billing-right-${to.billingRight ? 'given' : 'taken'}`;
    await record(tx, { stream, action, actor, about }, now);
  }
  return to.role !== from.role && isOfRepresentatives(from, to);
}
