import { sql } from 'kysely';
import type { Tx } from '#platform/database/tx.ts';
import { billing } from '../../tables.generated.ts';

export type EqualLines = {
  readonly subject: string;
  readonly accountId: string;
  readonly facts: { readonly [name: string]: string };
};

/**
 * Entries without a reference of the bank's that two statements tell of although the one begins
 * where
 * the other ends: perhaps two equal payments that look like one.
 */
export async function findEqualLines(
  tx: Tx,
  statementIds: readonly string[],
): Promise<EqualLines[]> {
  const { rows } = await sql<{
    entry_id: string;
    account_id: string;
    account_number: string;
    first: string;
    second: string;
    entries: bigint;
  }>`
    select min(entry.id::text) as entry_id, entry.account_id, one.account_number,
      least(one.statement, other.statement) as first,
      greatest(one.statement, other.statement) as second, count(*) as entries
    from billing.bank_sighting as sighting
    join billing.bank_entry as entry on entry.id = sighting.entry_id and entry.reference is null
    join billing.bank_statement as one on one.id = entry.statement_id and one.kind = 'statement'
    join billing.bank_statement as other
      on other.id = sighting.statement_id and other.kind = 'statement'
    where sighting.statement_id = any(${statementIds}::uuid[])
      and one.account_number = other.account_number and one.period = other.period
      and one.currency = other.currency
      and ((one.sequence + 1 = other.sequence and one.closing_minor = other.opening_minor)
        or (other.sequence + 1 = one.sequence and other.closing_minor = one.opening_minor))
    group by entry.account_id, one.account_number, first, second`.execute(billing(tx));
  return rows.map((row) => ({
    subject: `${row.account_number} ${row.first} ${row.second}`,
    accountId: row.account_id,
    facts: {
      account: row.account_number,
      statement: row.first,
      other: row.second,
      entries: String(row.entries),
    },
  }));
}
