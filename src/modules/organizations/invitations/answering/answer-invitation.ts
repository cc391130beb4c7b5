import { record } from '#modules/activity/index.ts';
import { addressKey, fullName, renewTokensOf, userOf, type User } from '#modules/identity/index.ts';
import type { Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import type { OrganizationId, UserId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import { insertMember } from '../../members/member.store.ts';
import { alreadyMember } from '../../organization/organization.refusals.ts';
import { lockOrganization } from '../../organization/read-organization.ts';
import { limitMembers } from '../../policies/limit-members.ts';
import { saveLastUsed } from '../../switcher/last-used.store.ts';
import { invitationGone, invitationOfAnother } from '../invitation.refusals.ts';
import { masked, type Invitation, type InvitationId } from '../invitation.rules.ts';
import { invitationBehind, invitationsTo, takeInvitation } from '../invitation.store.ts';
import { hashOf } from '../invitation-token.ts';
import { mayInvite } from '../may-invite.ts';
import { readerOf } from './read-invitations.ts';
import { tellInviter } from './tell-inviter.ts';

type ById = { readonly invitationId: InvitationId; readonly userId: UserId };

/**
 * Accepts an invitation to one's own address, which being signed in with it proves; somebody else's
 * is not there (AT-25). Gives where one is a member now.
 */
export async function acceptInvitation(
  tx: Tx,
  { invitationId, userId }: ById,
  now: Instant,
): Promise<OrganizationId> {
  const user = await userOf(tx, userId);
  const invitation = await invitationOfReader(tx, user, invitationId, now);
  return join(tx, { invitation, user }, now);
}

/**
 * Accepts with the token that came to the mailbox, for a user who was made by it (R24): the token
 * proved the address, and must still be the present one.
 */
export async function acceptByToken(
  tx: Tx,
  { token, userId }: { readonly token: string; readonly userId: UserId },
  now: Instant,
): Promise<OrganizationId> {
  const tokenHash = hashOf(token);
  const invitation = await invitationBehind(tx, tokenHash, now);
  if (!invitation) throw invitationGone({});
  return join(tx, { invitation, user: await userOf(tx, userId), tokenHash }, now);
}

type Joining = {
  readonly invitation: Invitation;
  readonly user: User;
  readonly tokenHash?: Buffer;
};

/** Under the organization's lock: what was cancelled, sent again or used meanwhile is seen. */
async function join(
  tx: Tx,
  { invitation, user, tokenHash }: Joining,
  now: Instant,
): Promise<OrganizationId> {
  const { organizationId } = invitation;
  const { userId, name } = user;
  const organization = await lockOrganization(tx, organizationId);
  const use = { ...invitation, addressKey: addressKey(user.address), tokenHash };
  const taken = await takeInvitation(tx, use, now);
  if (!taken) throw invitationGone({});
  const { role, billingRight, invitedBy } = taken;
  if (!(await mayInvite(tx, { organizationId, role, userId: invitedBy }))) {
    throw invitationGone({});
  }
  const billingGrantedBy = billingRight ? invitedBy : undefined;
  const member = { organizationId, userId, role, invitedBy, billingGrantedBy };
  if (!(await insertMember(tx, member, now))) throw alreadyMember({});
  await limitMembers(tx, { organizationId, userIds: [userId] }, now);
  await renewTokensOf(tx, [userId], now);
  await saveLastUsed(tx, { userId, organizationId }, now);
  await tellInviter(tx, { invitation: taken, organization, answer: 'accepted' }, now);
  const label = fullName(name);
  await record(
    tx,
    {
      stream: { organizationId },
      action: 'organizations.invitation-accepted',
      actor: { kind: 'user', userId, name: label },
      about: { kind: 'user', id: userId, label },
      facts: { role, billingRight },
    },
    now,
  );
  return organizationId;
}

/** Declines an invitation to one's own address; who invited is told. */
export async function declineInvitation(
  tx: Tx,
  { invitationId, userId }: ById,
  now: Instant,
): Promise<void> {
  const user = await userOf(tx, userId);
  const invitation = await invitationOfReader(tx, user, invitationId, now);
  const actor = { kind: 'user', userId, name: fullName(user.name) } as const;
  await decline(tx, { invitation, actor }, now);
}

/**
 * Declines with the token of the mail: nobody needs an account to say no. Whoever is signed in with
 * another address does not answer for the invited one, as with accepting.
 */
export async function declineByToken(
  tx: Tx,
  token: string,
  reader: Actor,
  now: Instant,
): Promise<void> {
  const tokenHash = hashOf(token);
  const invitation = await invitationBehind(tx, tokenHash, now);
  if (!invitation) throw invitationGone({});
  const who = await readerOf(tx, reader, invitation.address);
  if (who === 'other') throw invitationOfAnother({});
  const actor =
    who === 'invited' && reader.kind === 'user' ? reader : ({ kind: 'nobody' } as const);
  await decline(tx, { invitation, actor, tokenHash }, now);
}

type Declining = {
  readonly invitation: Invitation;
  readonly actor:
    | { readonly kind: 'user'; readonly userId: UserId; readonly name: string }
    | { readonly kind: 'nobody' };
  readonly tokenHash?: Buffer;
};

async function decline(
  tx: Tx,
  { invitation, actor, tokenHash }: Declining,
  now: Instant,
): Promise<void> {
  const { organizationId, address, role } = invitation;
  const organization = await lockOrganization(tx, organizationId);
  const use = { ...invitation, addressKey: addressKey(address), tokenHash };
  if (!(await takeInvitation(tx, use, now))) throw invitationGone({});
  await tellInviter(tx, { invitation, organization, answer: 'declined' }, now);
  const facts = { address: masked(address), role };
  const action = 'organizations.invitation-declined';
  await record(tx, { stream: { organizationId }, action, actor, facts }, now);
}

/** Nothing is found but what is for the reader's own address. */
async function invitationOfReader(
  tx: Tx,
  { address }: User,
  invitationId: InvitationId,
  now: Instant,
): Promise<Invitation> {
  const waiting = await invitationsTo(tx, addressKey(address), now);
  const found = waiting.find((one) => one.invitationId === invitationId);
  if (!found) throw invitationGone({});
  return found;
}
