import { sql, type Selectable } from 'kysely';
import type { Day, Instant } from '#kernel/calendar.ts';
import { fromUuid, toUuid, type OrganizationId, type UserId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import { organizations, type OrganizationsTables } from '../tables.generated.ts';
import { factorMethods } from './factor-method.rules.ts';
import { noPolicy, type ActsUnder, type Policy } from './policy.rules.ts';

/** One version of an organization's policy. */
export type SavedPolicy = Policy & {
  /** Zero: nobody ever chose. */
  readonly version: number;
  readonly savedAt: Instant | undefined;
  readonly savedBy: UserId | undefined;
};

/** What holds in an organization now: the latest version. */
export async function latestPolicy(tx: Tx, organizationId: OrganizationId): Promise<SavedPolicy> {
  const row = await organizations(tx)
    .selectFrom('organizations.policy')
    .selectAll()
    .where('organization_id', '=', toUuid(organizationId))
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? toPolicy(row) : { ...noPolicy, version: 0, savedAt: undefined, savedBy: undefined };
}

/** The policies of all organizations in which a user acts; those without one are left out. */
export async function policiesOver(tx: Tx, userId: UserId): Promise<readonly ActsUnder[]> {
  const { rows } = await sql<PolicyRow & { joined_at: Instant }>`
    select policy.*, member.joined_at
    from organizations.member
    cross join lateral (
      select * from organizations.policy as saved
      where saved.organization_id = member.organization_id
      order by saved.version desc limit 1
    ) as policy
    where member.user_id = ${toUuid(userId)}::uuid`.execute(organizations(tx));
  return rows.map((row) => ({ policy: toPolicy(row), joinedAt: row.joined_at }));
}

/** The organization is locked. */
export async function insertPolicy(
  tx: Tx,
  saved: Policy & { organizationId: OrganizationId; version: number; by: UserId },
  now: Instant,
): Promise<void> {
  await organizations(tx)
    .insertInto('organizations.policy')
    .values({
      organization_id: toUuid(saved.organizationId),
      version: saved.version,
      factor_from: saved.secondFactor?.from ?? null,
      grace_days: saved.secondFactor?.graceDays ?? null,
      methods: [...saved.methods],
      idle_seconds: saved.idleSeconds ?? null,
      absolute_seconds: saved.absoluteSeconds ?? null,
      may_stay: saved.mayStay,
      saved_at: now,
      saved_by: toUuid(saved.by),
    })
    .execute();
}

/** Organizations whose policy in force requires a second factor from a day between these two. */
export async function requiringBetween(
  tx: Tx,
  { after, until }: { after: Day; until: Day },
): Promise<(SavedPolicy & { organizationId: OrganizationId })[]> {
  const { rows } = await sql<PolicyRow>`
    select policy.* from organizations.policy as policy
    where policy.factor_from > ${after}::date and policy.factor_from <= ${until}::date
      and not exists (
        select from organizations.policy as later
        where later.organization_id = policy.organization_id and later.version > policy.version)
      and not exists (
        select from organizations.deletion as gone
        where gone.organization_id = policy.organization_id)
    order by policy.organization_id`.execute(organizations(tx));
  return rows.map((row) => ({
    ...toPolicy(row),
    organizationId: fromUuid('org', row.organization_id),
  }));
}

type PolicyRow = Selectable<OrganizationsTables['organizations.policy']>;

function toPolicy(row: PolicyRow): SavedPolicy {
  const { factor_from: from, grace_days: graceDays } = row;
  const isRequired = from !== null && graceDays !== null;
  return {
    version: row.version,
    secondFactor: isRequired ? { from, graceDays } : undefined,
    methods: factorMethods.filter((method) => row.methods.includes(method)),
    idleSeconds: row.idle_seconds ?? undefined,
    absoluteSeconds: row.absolute_seconds ?? undefined,
    mayStay: row.may_stay,
    savedAt: row.saved_at,
    savedBy: fromUuid('usr', row.saved_by),
  };
}
