import { sql } from 'kysely';
import { fromUuid, toUuid, type OrganizationId } from '#kernel/ids.ts';
import { isCurrency, money, type Currency, type Money } from '#kernel/money.ts';
import type { Tx } from '#platform/database/tx.ts';
import { ledger } from '../tables.generated.ts';
import type { PrepaidBalance } from './account.rules.ts';

/** Names one prepaid account. */
export type PrepaidKey = { readonly organizationId: OrganizationId; readonly currency: Currency };
export type PrepaidStanding = PrepaidBalance & { readonly organizationId: OrganizationId };

type Row = { organization_id: string; currency: string; balance_minor: bigint; version: bigint };

/** What an organization has with us, per currency that ever moved. */
export async function prepaidBalances(
  tx: Tx,
  organizationId: OrganizationId,
): Promise<readonly PrepaidBalance[]> {
  const { rows } = await sql<Row>`
    select organization_id, currency, balance_minor, version from ledger.prepaid_account
    where organization_id = ${toUuid(organizationId)} order by currency`.execute(ledger(tx));
  return rows.map(toStanding);
}

/** What an organization has with us in one currency. */
export async function prepaidBalance(tx: Tx, key: PrepaidKey): Promise<Money> {
  const balances = await prepaidBalances(tx, key.organizationId);
  const found = balances.find(({ currency }) => currency === key.currency);
  return money(found?.minor ?? 0n, key.currency);
}

/** The balance, held until the transaction ends, so that it can't be spent twice. */
export async function lockPrepaid(tx: Tx, key: PrepaidKey): Promise<Money> {
  const [found] = await lockPrepaidAccounts(tx, [key]);
  return money(found?.minor ?? 0n, key.currency);
}

/** Several accounts, locked in one order; those that never moved come into being. */
export async function lockPrepaidAccounts(
  tx: Tx,
  keys: readonly PrepaidKey[],
): Promise<readonly PrepaidStanding[]> {
  if (keys.length === 0) return [];
  const organizations = keys.map(({ organizationId }) => toUuid(organizationId));
  const currencies = keys.map(({ currency }) => currency);
  const lock = () =>
    sql<Row>`
      select organization_id, currency, balance_minor, version from ledger.prepaid_account
      where (organization_id, currency) in
        (select * from unnest(${organizations}::uuid[], ${currencies}::text[]))
      order by organization_id, currency for update`.execute(ledger(tx));
  const { rows } = await lock();
  const wanted = new Set(keys.map(({ organizationId, currency }) => organizationId + currency));
  if (rows.length === wanted.size) return rows.map(toStanding);
  await sql`
    insert into ledger.prepaid_account (organization_id, currency, balance_minor, version)
    select distinct organization_id, currency, 0, 0
    from unnest(${organizations}::uuid[], ${currencies}::text[])
      as wanted (organization_id, currency)
    order by organization_id, currency
    on conflict do nothing`.execute(ledger(tx));
  return (await lock()).rows.map(toStanding);
}

/** Writes balances that were computed under the lock. */
export async function savePrepaidAccounts(
  tx: Tx,
  standings: readonly PrepaidStanding[],
): Promise<void> {
  await sql`
    update ledger.prepaid_account as account
    set balance_minor = changed.balance_minor, version = changed.version
    from unnest(
      ${standings.map(({ organizationId }) => toUuid(organizationId))}::uuid[],
      ${standings.map(({ currency }) => currency)}::text[],
      ${standings.map(({ minor }) => minor)}::bigint[],
      ${standings.map(({ version }) => version)}::bigint[]
    ) as changed (organization_id, currency, balance_minor, version)
    where account.organization_id = changed.organization_id
      and account.currency = changed.currency`.execute(ledger(tx));
}

function toStanding(row: Row): PrepaidStanding {
  if (!isCurrency(row.currency)) throw new TypeError(`${row.currency} is no currency of ours`);
  return {
    organizationId: fromUuid('org', row.organization_id),
    currency: row.currency,
    minor: row.balance_minor,
    version: row.version,
  };
}
