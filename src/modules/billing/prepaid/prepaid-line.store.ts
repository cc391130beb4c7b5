import { sql } from 'kysely';
import type { Day, Instant } from '#kernel/calendar.ts';
import { fromUuid, toUuid, type Id, type OrganizationId } from '#kernel/ids.ts';
import { isCurrency, money, type Money } from '#kernel/money.ts';
import type { Tx } from '#platform/database/tx.ts';
import { billing } from '../tables.generated.ts';
import {
  prepaidFacts,
  prepaidWord,
  type PrepaidFacts,
  type PrepaidLineId,
  type PrepaidReason,
  type PrepaidUse,
} from './prepaid.rules.ts';

/** Money in or out of prepaid, with its reason and what was there afterwards. */
export type PrepaidLine = {
  readonly organizationId: OrganizationId;
  readonly prepaidLineId: PrepaidLineId;
  readonly amount: Money;
  readonly balance: Money;
  readonly position: bigint;
  readonly because: PrepaidReason | PrepaidUse;
  readonly facts: PrepaidFacts;
  readonly source: { readonly kind: string; readonly id: string };
  readonly journalId: Id<'jtx'>;
  readonly bookedOn: Day;
};

export async function insertPrepaidLines(
  tx: Tx,
  lines: readonly PrepaidLine[],
  now: Instant,
): Promise<void> {
  const rows = lines.map((line) => ({
    organization_id: toUuid(line.organizationId),
    id: toUuid(line.prepaidLineId),
    currency: line.amount.currency,
    position: line.position.toString(),
    minor: line.amount.minor.toString(),
    balance_after_minor: line.balance.minor.toString(),
    because: line.because,
    facts: line.facts,
    source_kind: line.source.kind,
    source_id: line.source.id,
    journal_id: toUuid(line.journalId),
    booked_on: line.bookedOn,
    booked_at: now.toISOString(),
  }));
  await sql`
    insert into billing.prepaid_line
    select *
    from jsonb_populate_recordset(null::billing.prepaid_line, ${JSON.stringify(rows)}::jsonb)
  `.execute(billing(tx));
}

/** Newest first. */
export async function findPrepaidLines(
  tx: Tx,
  organizationId: OrganizationId,
  { limit, after }: { limit: number; after: PrepaidLineId | undefined },
): Promise<readonly PrepaidLine[]> {
  const rows = await billing(tx)
    .selectFrom('billing.prepaid_line')
    .selectAll()
    .where('organization_id', '=', toUuid(organizationId))
    .$if(after !== undefined, (query) =>
      query.where('id', '<', after === undefined ? '' : toUuid(after)),
    )
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => {
    const { currency } = row;
    if (!isCurrency(currency)) throw new TypeError(`${currency} is no currency of ours`);
    return {
      organizationId,
      prepaidLineId: fromUuid('ppl', row.id),
      amount: money(row.minor, currency),
      balance: money(row.balance_after_minor, currency),
      position: row.position,
      because: prepaidWord.parse(row.because),
      facts: prepaidFacts.parse(row.facts),
      source: { kind: row.source_kind, id: row.source_id },
      journalId: fromUuid('jtx', row.journal_id),
      bookedOn: row.booked_on,
    };
  });
}
