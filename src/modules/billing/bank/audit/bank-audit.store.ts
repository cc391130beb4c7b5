import { sql } from 'kysely';
import type { Tx } from '#platform/database/tx.ts';
import { billing } from '../../tables.generated.ts';

/** What the bank's tables say should stand on an account of the books. */
export type Expected = {
  readonly owner: string;
  readonly currency: string;
  readonly minor: bigint;
};

/** Openings and entries: what is on each of our bank accounts. */
export async function onBankAccounts(tx: Tx): Promise<readonly Expected[]> {
  const { rows } = await sql<Expected>`
    select owner, currency, sum(minor)::bigint as minor from (
      select number as owner, currency, opening_minor as minor from billing.bank_account
      union all
      select account.number, entry.currency,
        case entry.direction when 'credit' then entry.minor else -entry.minor end
      from billing.bank_entry as entry
      join billing.bank_account as account on account.id = entry.account_id
    ) as moved group by owner, currency`.execute(billing(tx));
  return rows;
}

/** What of batches has no line yet. */
export async function inBatches(tx: Tx): Promise<readonly Expected[]> {
  const { rows } = await sql<Expected>`
    select account.number as owner, entry.currency, -sum(
      case entry.direction when 'credit' then entry.minor else -entry.minor end
      - coalesce(line.minor, 0))::bigint as minor
    from billing.bank_entry as entry
    join billing.bank_account as account on account.id = entry.account_id
    left join lateral (
      select sum(case direction when 'credit' then minor else -minor end) as minor
      from billing.bank_line where entry_id = entry.id
    ) as line on true
    where entry.batched group by account.number, entry.currency`.execute(billing(tx));
  return rows;
}

/** Lines in suspense, or outgoing, by where they are now. */
export async function inPlace(
  tx: Tx,
  place: 'suspense' | 'outgoing' | 'charge',
): Promise<readonly Expected[]> {
  const { rows } = await sql<Expected>`
    select '' as owner, line.currency,
      sum(case line.direction when 'credit' then -line.minor else line.minor end)::bigint as minor
    from billing.bank_line as line
    join lateral (
      select place from billing.bank_outcome where line_id = line.id order by step desc, part limit 1
    ) as outcome on outcome.place = ${place}
    group by line.currency`.execute(billing(tx));
  return rows;
}

export type Fault = { readonly where: string; readonly what: string };

/** Lines that are nowhere, or whose parts are not the whole. */
export async function lostLines(tx: Tx): Promise<readonly Fault[]> {
  const { rows } = await sql<Fault>`
    with latest as (
      select line_id, max(step) as step from billing.bank_outcome group by line_id
    ), placed as (
      select line_id, sum(minor) as minor from billing.bank_outcome
      join latest using (line_id, step) group by line_id
    )
    select 'bank line ' || line.id as where,
      format('%s of %s %s have a place', coalesce(placed.minor, 0), line.minor, line.currency) as what
    from billing.bank_line as line left join placed on placed.line_id = line.id
    where placed.minor is distinct from line.minor limit 100`.execute(billing(tx));
  return rows;
}

/** Lines in suspense about which nobody was asked, and entries that are more than their lines. */
export async function unasked(tx: Tx): Promise<readonly Fault[]> {
  const { rows } = await sql<Fault>`
    select 'bank line ' || line.id as where, 'waits in suspense without a work item' as what
    from billing.bank_line as line
    join lateral (
      select place from billing.bank_outcome where line_id = line.id order by step desc, part limit 1
    ) as outcome on outcome.place = 'suspense'
    where not exists (select from billing.work_item as item where item.line_id = line.id)
    union all
    select 'bank entry ' || entry.id, format('lines of %s for %s %s', coalesce(line.minor, 0),
      entry.minor, entry.currency)
    from billing.bank_entry as entry
    left join lateral (
      select sum(case when direction = entry.direction then minor else -minor end) as minor
      from billing.bank_line where entry_id = entry.id
    ) as line on true
    where case when entry.batched then coalesce(line.minor, 0) > entry.minor
      else line.minor is distinct from entry.minor end
    limit 100`.execute(billing(tx));
  return rows;
}
