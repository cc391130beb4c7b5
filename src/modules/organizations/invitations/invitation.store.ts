import type { Selectable } from 'kysely';
import type { Instant } from '#kernel/calendar.ts';
import { fromUuid, toUuid, type OrganizationId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import { organizations, type OrganizationsTables } from '../tables.generated.ts';
import type { Invitation, InvitationId } from './invitation.rules.ts';

export type InvitationRef = {
  readonly organizationId: OrganizationId;
  readonly invitationId: InvitationId;
};

export async function insertInvitation(
  tx: Tx,
  invitation: Invitation & { readonly addressKey: string; readonly tokenHash: Buffer },
): Promise<void> {
  await organizations(tx)
    .insertInto('organizations.invitation')
    .values({
      organization_id: toUuid(invitation.organizationId),
      id: toUuid(invitation.invitationId),
      address: invitation.address,
      address_key: invitation.addressKey,
      role: invitation.role,
      billing_right: invitation.billingRight,
      note: invitation.note ?? null,
      token_hash: invitation.tokenHash,
      invited_by: toUuid(invitation.invitedBy),
      invited_at: invitation.sentAt,
      sent_at: invitation.sentAt,
      expires_at: invitation.expiresAt,
    })
    .execute();
}

/** Another token, another seven days, another sender: the token before opens nothing any more. */
export async function renewInvitation(
  tx: Tx,
  { invitationId, organizationId, ...sent }: Invitation & { readonly tokenHash: Buffer },
): Promise<void> {
  await organizations(tx)
    .updateTable('organizations.invitation')
    .set({
      token_hash: sent.tokenHash,
      invited_by: toUuid(sent.invitedBy),
      sent_at: sent.sentAt,
      expires_at: sent.expiresAt,
    })
    .where('organization_id', '=', toUuid(organizationId))
    .where('id', '=', toUuid(invitationId))
    .execute();
}

/** The invitations of an organization, the latest first; there are few (`mostWaiting`). */
export async function invitationsOf(tx: Tx, organizationId: OrganizationId): Promise<Invitation[]> {
  const rows = await organizations(tx)
    .selectFrom('organizations.invitation')
    .selectAll()
    .where('organization_id', '=', toUuid(organizationId))
    .orderBy('sent_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(toInvitation);
}

export async function findInvitation(
  tx: Tx,
  { organizationId, invitationId }: InvitationRef,
): Promise<Invitation | undefined> {
  const row = await organizations(tx)
    .selectFrom('organizations.invitation')
    .selectAll()
    .where('organization_id', '=', toUuid(organizationId))
    .where('id', '=', toUuid(invitationId))
    .executeTakeFirst();
  return row && toInvitation(row);
}

/** What waits for whoever proved this address, the latest first. */
export async function invitationsTo(
  tx: Tx,
  addressKey: string,
  now: Instant,
): Promise<Invitation[]> {
  const rows = await organizations(tx)
    .selectFrom('organizations.invitation')
    .selectAll()
    .where('address_key', '=', addressKey)
    .where('expires_at', '>', now)
    .orderBy('sent_at', 'desc')
    .execute();
  return rows.map(toInvitation);
}

/** The invitation that a token opens, while it can be accepted. Uses nothing. */
export async function invitationBehind(
  tx: Tx,
  tokenHash: Buffer,
  now: Instant,
): Promise<Invitation | undefined> {
  const row = await organizations(tx)
    .selectFrom('organizations.invitation')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row && toInvitation(row);
}

/**
 * Uses an invitation: given once only, to the address that it is for, while it can be accepted; by
 * its present token where one is named. All of it is in the statement (RC-02).
 */
export async function takeInvitation(
  tx: Tx,
  use: InvitationRef & { readonly addressKey: string; readonly tokenHash?: Buffer | undefined },
  now: Instant,
): Promise<Invitation | undefined> {
  let query = organizations(tx)
    .deleteFrom('organizations.invitation')
    .where('organization_id', '=', toUuid(use.organizationId))
    .where('id', '=', toUuid(use.invitationId))
    .where('address_key', '=', use.addressKey)
    .where('expires_at', '>', now);
  if (use.tokenHash) query = query.where('token_hash', '=', use.tokenHash);
  const row = await query.returningAll().executeTakeFirst();
  return row && toInvitation(row);
}

/** Withdraws an invitation, expired or not; undefined when it is not there any more. */
export async function dropInvitation(
  tx: Tx,
  { organizationId, invitationId }: InvitationRef,
): Promise<Invitation | undefined> {
  const row = await organizations(tx)
    .deleteFrom('organizations.invitation')
    .where('organization_id', '=', toUuid(organizationId))
    .where('id', '=', toUuid(invitationId))
    .returningAll()
    .executeTakeFirst();
  return row && toInvitation(row);
}

/** Nobody answered these before this moment; the oldest first. */
export async function unansweredSince(
  tx: Tx,
  expiredBy: Instant,
  limit: number,
): Promise<readonly InvitationRef[]> {
  const rows = await organizations(tx)
    .selectFrom('organizations.invitation')
    .select(['organization_id', 'id'])
    .where('expires_at', '<=', expiredBy)
    .orderBy('expires_at')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    organizationId: fromUuid('org', row.organization_id),
    invitationId: fromUuid('ivt', row.id),
  }));
}

/** Takes an invitation away that was not sent again meanwhile. */
export async function dropUnanswered(
  tx: Tx,
  { organizationId, invitationId }: InvitationRef,
  expiredBy: Instant,
): Promise<Invitation | undefined> {
  const row = await organizations(tx)
    .deleteFrom('organizations.invitation')
    .where('organization_id', '=', toUuid(organizationId))
    .where('id', '=', toUuid(invitationId))
    .where('expires_at', '<=', expiredBy)
    .returningAll()
    .executeTakeFirst();
  return row && toInvitation(row);
}

function toInvitation(
  row: Selectable<OrganizationsTables['organizations.invitation']>,
): Invitation {
  return {
    invitationId: fromUuid('ivt', row.id),
    organizationId: fromUuid('org', row.organization_id),
    address: row.address,
    role: row.role,
    billingRight: row.billing_right,
    note: row.note ?? undefined,
    invitedBy: fromUuid('usr', row.invited_by),
    sentAt: row.sent_at,
    expiresAt: row.expires_at,
  };
}
