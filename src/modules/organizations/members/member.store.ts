import { sql, type Selectable } from 'kysely';
import type { Instant } from '#kernel/calendar.ts';
import { fromUuid, toUuid, type OrganizationId, type UserId } from '#kernel/ids.ts';
import type { MemberRole } from '#kernel/permission.ts';
import type { Tx } from '#platform/database/tx.ts';
import { organizations, type OrganizationsTables } from '../tables.generated.ts';
import type { TeamId } from '../teams/team.rules.ts';
import type { Membership } from './member.rules.ts';

export async function membershipOf(
  tx: Tx,
  userId: UserId,
  organizationId: OrganizationId,
): Promise<Membership | undefined> {
  const row = await organizations(tx)
    .selectFrom('organizations.member')
    .selectAll()
    .where('organization_id', '=', toUuid(organizationId))
    .where('user_id', '=', toUuid(userId))
    .executeTakeFirst();
  return row && toMembership(row);
}

/** Everywhere a user is a member. */
export async function membershipsOf(tx: Tx, userId: UserId): Promise<Membership[]> {
  const rows = await organizations(tx)
    .selectFrom('organizations.member')
    .selectAll()
    .where('user_id', '=', toUuid(userId))
    .execute();
  return rows.map(toMembership);
}

/** The members of an organization, the oldest first. */
export async function membersOf(tx: Tx, organizationId: OrganizationId): Promise<Membership[]> {
  const rows = await organizations(tx)
    .selectFrom('organizations.member')
    .selectAll()
    .where('organization_id', '=', toUuid(organizationId))
    .orderBy('joined_at')
    .orderBy('user_id')
    .execute();
  return rows.map(toMembership);
}

/** Where a page of members goes on. */
export type MemberPlace = Pick<Membership, 'joinedAt' | 'userId'>;

export type MemberPage = {
  readonly role?: MemberRole | undefined;
  /** Only those who are not in this team. */
  readonly outside?: TeamId | undefined;
  readonly after?: MemberPlace | undefined;
  readonly limit: number;
};

/** Members in the order in which they came; an index answers, however many there are. */
export async function pageOfMembers(
  tx: Tx,
  organizationId: OrganizationId,
  page: MemberPage,
): Promise<Membership[]> {
  const { role, outside, after, limit } = page;
  let query = organizations(tx)
    .selectFrom('organizations.member')
    .selectAll()
    .where('organization_id', '=', toUuid(organizationId));
  if (role) query = query.where('role', '=', role);
  if (outside) {
    query = query.where(sql<boolean>`not exists (
      select from organizations.team_member as belongs
      where belongs.organization_id = member.organization_id
        and belongs.team_id = ${toUuid(outside)}::uuid and belongs.user_id = member.user_id)`);
  }
  if (after) {
    const place = sql`(${after.joinedAt}::timestamptz, ${toUuid(after.userId)}::uuid)`;
    query = query.where(sql<boolean>`(joined_at, user_id) > ${place}`);
  }
  const rows = await query.orderBy('joined_at').orderBy('user_id').limit(limit).execute();
  return rows.map(toMembership);
}

/** Those of some users who are members, in one order. */
export async function membersAmong(
  tx: Tx,
  organizationId: OrganizationId,
  userIds: readonly UserId[],
): Promise<Membership[]> {
  const rows = await organizations(tx)
    .selectFrom('organizations.member')
    .selectAll()
    .where('organization_id', '=', toUuid(organizationId))
    .where(sql<boolean>`user_id = any(${userIds.map(toUuid)}::uuid[])`)
    .orderBy('user_id')
    .execute();
  return rows.map(toMembership);
}

export async function countRepresentatives(
  tx: Tx,
  organizationId: OrganizationId,
): Promise<number> {
  const { count } = await organizations(tx)
    .selectFrom('organizations.member')
    .select((row) => row.fn.countAll<bigint>().as('count'))
    .where('organization_id', '=', toUuid(organizationId))
    .where('role', '=', 'legal_representative')
    .executeTakeFirstOrThrow();
  return Number(count);
}

export type NewMember = {
  readonly organizationId: OrganizationId;
  readonly userId: UserId;
  readonly role: MemberRole;
  readonly invitedBy?: UserId | undefined;
  /** Who gave the billing right; absent: without it. */
  readonly billingGrantedBy?: UserId | undefined;
};

/** What a member is from now on. The billing right keeps who gave it first. */
export async function savePlace(
  tx: Tx,
  member: Pick<Membership, 'organizationId' | 'userId' | 'role' | 'billingRight'>,
  { by, now }: { by: UserId; now: Instant },
): Promise<void> {
  const given = member.billingRight
    ? {
        billing_granted_at: sql<Date>`coalesce(billing_granted_at, ${now})`,
        billing_granted_by: sql<string>`coalesce(billing_granted_by, ${toUuid(by)}::uuid)`,
      }
    : { billing_granted_at: null, billing_granted_by: null };
  await organizations(tx)
    .updateTable('organizations.member')
    .set({ role: member.role, ...given })
    .where('organization_id', '=', toUuid(member.organizationId))
    .where('user_id', '=', toUuid(member.userId))
    .execute();
}

/** False when the user is a member already. */
export async function insertMember(tx: Tx, member: NewMember, now: Instant): Promise<boolean> {
  const { billingGrantedBy, invitedBy } = member;
  const inserted = await organizations(tx)
    .insertInto('organizations.member')
    .values({
      organization_id: toUuid(member.organizationId),
      user_id: toUuid(member.userId),
      role: member.role,
      billing_granted_at: billingGrantedBy ? now : null,
      billing_granted_by: billingGrantedBy ? toUuid(billingGrantedBy) : null,
      joined_at: now,
      invited_by: invitedBy ? toUuid(invitedBy) : null,
    })
    .onConflict((conflict) => conflict.columns(['organization_id', 'user_id']).doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}

export function toMembership(
  row: Selectable<OrganizationsTables['organizations.member']>,
): Membership {
  return {
    organizationId: fromUuid('org', row.organization_id),
    userId: fromUuid('usr', row.user_id),
    role: row.role,
    billingRight: row.billing_granted_at !== null,
    joinedAt: row.joined_at,
  };
}
