import { record } from '#modules/activity/index.ts';
import { addressKey, addressOf, findUserByAddress } from '#modules/identity/index.ts';
import type { Instant } from '#kernel/calendar.ts';
import type { OrganizationId, UserId } from '#kernel/ids.ts';
import { newId } from '#kernel/new-id.ts';
import { notPermitted } from '#platform/http/refusals.ts';
import type { Tx } from '#platform/database/tx.ts';
import { reserveAll } from '#platform/throttle/throttle.ts';
import { membershipOf } from '../members/member.store.ts';
import type { Place } from '../members/roles/role-change.rules.ts';
import { alreadyMember } from '../organization/organization.refusals.ts';
import { lockOrganization } from '../organization/read-organization.ts';
import * as refuse from './invitation.refusals.ts';
import { mailsPerDay, masked, mostWaiting, neededFor, sentPerDay } from './invitation.rules.ts';
import type { Invitation } from './invitation.rules.ts';
import {
  findInvitation,
  insertInvitation,
  invitationsOf,
  renewInvitation,
  type InvitationRef,
} from './invitation.store.ts';
import { mayInvite } from './may-invite.ts';
import { addressed } from './send-invitation.ts';

export type Inviter = { readonly kind: 'user'; readonly userId: UserId; readonly name: string };

type Wanted = Place & {
  readonly organizationId: OrganizationId;
  readonly address: string;
  readonly note?: string | undefined;
};

/**
 * Invites whoever has an address. The answer is the same whether or not it has an account (LK-10);
 * that somebody is a member already is no secret to those who see the members.
 */
export async function inviteMember(
  tx: Tx,
  { organizationId, address: typed, role, billingRight, note }: Wanted,
  actor: Inviter,
  now: Instant,
): Promise<Invitation> {
  const address = addressOf(typed);
  if (address === undefined) throw refuse.wrongAddress({});
  const organization = await lockOrganization(tx, organizationId);
  await refuseUnlessMayInvite(tx, { organizationId, role, actor });
  await refuseMember(tx, organizationId, address);
  const present = await invitationsOf(tx, organizationId);
  const isInvited = present.some((one) => addressKey(one.address) === addressKey(address));
  if (isInvited) throw refuse.alreadyInvited({ address });
  if (present.length >= mostWaiting) throw refuse.tooManyInvitations({ most: mostWaiting });
  await reserveSending(tx, { organizationId, address }, now);

  const place = { role, billingRight: billingRight && role === 'collaborator' };
  const { invitation, tokenHash, send } = addressed(
    { invitationId: newId('ivt', now), organizationId, address, note, ...place },
    actor,
    now,
  );
  await insertInvitation(tx, { ...invitation, addressKey: addressKey(address), tokenHash });
  await send(tx, organization);
  await tell(tx, invitation, { action: 'member-invited', actor, now });
  return invitation;
}

/** Sends an invitation again: a new link, seven more days; the link before is dead (D3). */
export async function resendInvitation(
  tx: Tx,
  ref: InvitationRef,
  actor: Inviter,
  now: Instant,
): Promise<Invitation> {
  const organization = await lockOrganization(tx, ref.organizationId);
  const before = await findInvitation(tx, ref);
  if (!before) throw refuse.invitationGone({});
  const { organizationId, address, role } = before;
  await refuseUnlessMayInvite(tx, { organizationId, role, actor });
  await refuseMember(tx, organizationId, address);
  await reserveSending(tx, { organizationId, address }, now);

  const { invitation, tokenHash, send } = addressed(before, actor, now);
  await renewInvitation(tx, { ...invitation, tokenHash });
  await send(tx, organization);
  await tell(tx, invitation, { action: 'invitation-resent', actor, now });
  return invitation;
}

async function refuseUnlessMayInvite(
  tx: Tx,
  { organizationId, role, actor }: Pick<Wanted, 'organizationId' | 'role'> & { actor: Inviter },
): Promise<void> {
  const { userId } = actor;
  if (await mayInvite(tx, { organizationId, userId, role })) return;
  throw notPermitted({ permission: neededFor(role) });
}

/** Nobody's: asked for in place of an account that is not there, so that both take as long. */
const nobodysId: UserId = `usr_${'0'.repeat(32)}`;

async function refuseMember(tx: Tx, organizationId: OrganizationId, address: string) {
  const known = await findUserByAddress(tx, address);
  const userId = known?.userId ?? nobodysId;
  if (await membershipOf(tx, userId, organizationId)) throw alreadyMember({});
}

async function reserveSending(
  tx: Tx,
  { organizationId, address }: Pick<Wanted, 'organizationId' | 'address'>,
  now: Instant,
): Promise<void> {
  const ofOrganization = { key: `organizations:invite:${organizationId}`, budget: sentPerDay };
  const toAddress = { key: `mail:invitation:${addressKey(address)}`, budget: mailsPerDay };
  await reserveAll(tx, [ofOrganization, toAddress], now);
}

async function tell(
  tx: Tx,
  { organizationId, address, role }: Invitation,
  { action, actor, now }: { action: string; actor: Inviter; now: Instant },
): Promise<void> {
  const stream = { organizationId };
  const facts = { address: masked(address), role };
  await record(tx, { stream, action: `organizations.${action}`, actor, facts }, now);
}
