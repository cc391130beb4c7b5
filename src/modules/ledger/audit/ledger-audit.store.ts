import { sql } from 'kysely';
import type { Tx } from '#platform/database/tx.ts';
import type { AccountKind } from '../accounts/account.rules.ts';
import { ledger } from '../tables.generated.ts';
import type { Violation } from './violation.rules.ts';

/** Movements whose entries do not add up to zero in a currency. */
export async function unbalanced(tx: Tx): Promise<Violation[]> {
  const { rows } = await sql<{ tx_id: string; currency: string; rest: string }>`
    select tx_id, currency, sum(minor)::text as rest from ledger.journal_entry
    group by organization_id, tx_id, currency having sum(minor) <> 0 limit 100`.execute(ledger(tx));
  return rows.map((row) => ({
    where: `movement ${row.tx_id}`,
    what: `${row.rest} ${row.currency} left over`,
  }));
}

/** Movements without entries. */
export async function empty(tx: Tx): Promise<Violation[]> {
  const { rows } = await sql<{ id: string }>`
    select id from ledger.journal_tx as movement where not exists (
      select 1 from ledger.journal_entry as entry
      where entry.organization_id = movement.organization_id and entry.tx_id = movement.id
    ) limit 100`.execute(ledger(tx));
  return rows.map((row) => ({ where: `movement ${row.id}`, what: 'it has no entries' }));
}

/** Currencies in which the whole ledger does not add up to zero. */
export async function whole(tx: Tx): Promise<Violation[]> {
  const { rows } = await sql<{ currency: string; rest: string }>`
    select currency, sum(minor)::text as rest from ledger.journal_entry
    group by currency having sum(minor) <> 0`.execute(ledger(tx));
  return rows.map((row) => ({
    where: 'the ledger',
    what: `${row.rest} ${row.currency} left over`,
  }));
}

/** Prepaid balances that differ from their entries, in sum or in number. */
export async function prepaidDrift(tx: Tx): Promise<Violation[]> {
  const { rows } = await sql<{
    organization_id: string;
    currency: string;
    cached: string | null;
    entered: string | null;
  }>`
    select organization_id, currency, account.balance_minor::text as cached,
      sums.minor::text as entered
    from ledger.prepaid_account as account
    full join (
      select organization_id, currency, -sum(minor) as minor, count(*) as movements
      from ledger.journal_entry where account_kind = 'prepaid' group by organization_id, currency
    ) as sums using (organization_id, currency)
    where coalesce(account.balance_minor, 0) <> coalesce(sums.minor, 0)
      or coalesce(account.version, 0) <> coalesce(sums.movements, 0)
    limit 100`.execute(ledger(tx));
  return rows.map((row) => ({
    where: `prepaid of ${row.organization_id} in ${row.currency}`,
    what: `the balance says ${row.cached ?? 'nothing'}, the entries ${row.entered ?? 'nothing'}`,
  }));
}

/**
 * What stands on all accounts of a kind, per holder and currency: for proofs, not for decisions.
 */
export async function accountTotals(
  tx: Tx,
  kind: AccountKind,
): Promise<readonly { holder: string; owner: string; currency: string; minor: bigint }[]> {
  const { rows } = await sql<{ holder: string; owner: string; currency: string; minor: bigint }>`
    select organization_id as holder, account_owner as owner, currency, sum(minor)::bigint as minor
    from ledger.journal_entry where account_kind = ${kind} group by 1, 2, 3`.execute(ledger(tx));
  return rows;
}
