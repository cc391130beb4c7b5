import { sql, type Selectable } from 'kysely';
import type { Instant } from '#kernel/calendar.ts';
import { fromUuid, toUuid, type OrganizationId, type UserId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import { organizations, type OrganizationsTables } from '../tables.generated.ts';
import type { Identity, Organization, VatCheck } from './organization.rules.ts';

export async function findOrganization(
  tx: Tx,
  organizationId: OrganizationId,
): Promise<Organization | undefined> {
  const row = await readable(tx)
    .where('organization_id', '=', toUuid(organizationId))
    .executeTakeFirst();
  return row && toOrganization(row);
}

/**
 * The first lock of everything that happens to an organization (settled 5). Locked first, read
 * then: a statement that waits for its lock sees other tables as they were before it waited.
 */
export async function lockOrganizationRow(
  tx: Tx,
  organizationId: OrganizationId,
): Promise<Organization | undefined> {
  const lock = organizations(tx)
    .selectFrom('organizations.organization')
    .select('organization_id')
    .where('organization_id', '=', toUuid(organizationId))
    .forUpdate();
  const [, found] = await Promise.all([lock.execute(), findOrganization(tx, organizationId)]);
  return found;
}

/** Several rows, locked in the order of their ids; how many there are. */
export async function lockOrganizationRows(
  tx: Tx,
  ids: readonly OrganizationId[],
): Promise<number> {
  const { rows } = await sql`
    select organization_id from organizations.organization
    where organization_id = any(${ids.map(toUuid)}::uuid[])
    order by organization_id for update`.execute(organizations(tx));
  return rows.length;
}

export async function organizationsOf(
  tx: Tx,
  ids: readonly OrganizationId[],
): Promise<Organization[]> {
  const rows = await readable(tx)
    .where(sql<boolean>`organization_id = any(${ids.map(toUuid)}::uuid[])`)
    .execute();
  return rows.map(toOrganization);
}

/** Takes the next customer number for an organization. */
export async function takeCustomerNumber(tx: Tx, organizationId: OrganizationId): Promise<bigint> {
  const { number } = await organizations(tx)
    .insertInto('organizations.customer_number')
    .values({ organization_id: toUuid(organizationId) })
    .returning('number')
    .executeTakeFirstOrThrow();
  return number;
}

export type OrganizationRow = {
  readonly organizationId: OrganizationId;
  readonly customerNumber: bigint;
  readonly identity: Identity;
  readonly createdBy: UserId;
};

export async function insertOrganization(
  tx: Tx,
  { organizationId, customerNumber, identity, createdBy }: OrganizationRow,
  now: Instant,
): Promise<void> {
  await organizations(tx)
    .insertInto('organizations.organization')
    .values({
      organization_id: toUuid(organizationId),
      customer_number: customerNumber,
      ...columnsOf(identity),
      created_at: now,
      created_by: toUuid(createdBy),
    })
    .execute();
}

export async function saveIdentity(
  tx: Tx,
  organizationId: OrganizationId,
  identity: Identity,
): Promise<void> {
  await organizations(tx)
    .updateTable('organizations.organization')
    .set(columnsOf(identity))
    .where('organization_id', '=', toUuid(organizationId))
    .execute();
}

/** Keeps what a register said about a VAT number, while it is still the one asked about. */
export async function saveVatCheck(
  tx: Tx,
  { organizationId, vatNumber }: { organizationId: OrganizationId; vatNumber: string },
  check: VatCheck,
  now: Instant,
): Promise<void> {
  await organizations(tx)
    .updateTable('organizations.organization')
    .set({ vat_check: check, vat_checked_at: now })
    .where('organization_id', '=', toUuid(organizationId))
    .where('vat_number', '=', vatNumber)
    .execute();
}

/** VAT numbers that wait for the register's answer; those of the oldest organizations first. */
export async function uncheckedNumbers(tx: Tx, limit: number) {
  const rows = await organizations(tx)
    .selectFrom('organizations.organization')
    .select(['organization_id', 'vat_number'])
    .where('vat_check', '=', 'unknown')
    .orderBy('organization_id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    organizationId: fromUuid('org', row.organization_id),
    vatNumber: row.vat_number ?? '',
  }));
}

export type OrganizationSearch = {
  /** The beginning of any word of the name. */
  readonly words?: readonly string[] | undefined;
  readonly customerNumber?: bigint | undefined;
  /** Organizations of this user, besides what the words find. */
  readonly memberId?: UserId | undefined;
  /** Only organizations older than this one. */
  readonly before?: OrganizationId | undefined;
};

/** What staff look for: by a name's words, or by a number, or by a member; the newest first. */
export async function searchOrganizations(
  tx: Tx,
  { words, customerNumber, memberId, before }: OrganizationSearch,
  limit: number,
): Promise<Organization[]> {
  let query = readable(tx);
  if (before) query = query.where('organization_id', '<', toUuid(before));
  const found = [
    ...(words ? [namedLike(words)] : []),
    ...(customerNumber === undefined
      ? []
      : [
          sql<boolean>`organization_id = (select organization_id
          from organizations.customer_number where number = ${customerNumber})`,
        ]),
    ...(memberId
      ? [
          sql<boolean>`organization_id in (select organization_id
          from organizations.member where user_id = ${toUuid(memberId)}::uuid)`,
        ]
      : []),
  ];
  if (found.length > 0) query = query.where(sql<boolean>`(${sql.join(found, sql` or `)})`);
  const rows = await query.orderBy('organization_id', 'desc').limit(limit).execute();
  return rows.map(toOrganization);
}

/** Words are quoted as lexemes, so that nothing typed is an operator. */
function namedLike(words: readonly string[]) {
  const wanted = words.map((word) => `'${word.replaceAll(/['\\]/g, ' ')}':*`).join(' & ');
  return sql<boolean>`to_tsvector('simple', name) @@ to_tsquery('simple', ${wanted})`;
}

function readable(tx: Tx) {
  const onAccount = sql<boolean>`exists (select from organizations.on_account_grant as granted
    where granted.organization_id = organizations.organization.organization_id
      and granted.revoked_at is null)`;
  const deletedAt = sql<Date | null>`(select deleted_at from organizations.deletion as deletion
    where deletion.organization_id = organizations.organization.organization_id)`;
  return organizations(tx)
    .selectFrom('organizations.organization')
    .selectAll()
    .select([onAccount.as('on_account'), deletedAt.as('deleted_at')]);
}

function columnsOf(identity: Identity) {
  const { address } = identity;
  return {
    kind: identity.kind,
    name: identity.name,
    street: address?.street ?? null,
    street_number: address?.number ?? null,
    postcode: address?.postcode ?? null,
    town: address?.town ?? null,
    country: identity.country,
    currency: identity.currency,
    vat_number: identity.vatNumber ?? null,
    vat_check: identity.vatCheck ?? null,
    phone: identity.phone ?? null,
    language: identity.language,
  };
}

type Row = Selectable<OrganizationsTables['organizations.organization']> & {
  readonly on_account: boolean;
  readonly deleted_at: Date | null;
};

function toOrganization(row: Row): Organization {
  const { street, street_number: number, postcode, town } = row;
  const isWhole = street !== null && number !== null && postcode !== null && town !== null;
  return {
    organizationId: fromUuid('org', row.organization_id),
    customerNumber: String(row.customer_number),
    kind: row.kind,
    name: row.name,
    address: isWhole ? { street, number, postcode, town } : undefined,
    country: row.country,
    currency: row.currency,
    vatNumber: row.vat_number ?? undefined,
    vatCheck: row.vat_check ?? undefined,
    phone: row.phone ?? undefined,
    onAccount: row.on_account,
    language: row.language,
    createdAt: row.created_at,
    createdBy: fromUuid('usr', row.created_by),
    deletedAt: row.deleted_at ?? undefined,
  };
}
