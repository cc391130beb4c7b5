import { sql } from 'kysely';
import type { Instant } from '#kernel/calendar.ts';
import { toUuid, type OrganizationId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import { billing } from '../../tables.generated.ts';
import { contentOf, type NewLine } from './bank-line.rules.ts';

/** A line on its way into the books. */
export type LineRow = {
  readonly id: string;
  readonly entryId: string;
  readonly accountId: string;
  readonly bookedOn: string;
  readonly line: NewLine;
};

/** Remembers payments; content is never changed afterwards. */
export async function insertLines(tx: Tx, lines: readonly LineRow[]): Promise<void> {
  if (lines.length === 0) return;
  const rows = lines.map(({ id, entryId, accountId, bookedOn, line }) => ({
    id,
    entry_id: entryId,
    position: line.position,
    account_id: accountId,
    direction: line.direction,
    minor: line.amount.minor.toString(),
    currency: line.amount.currency,
    booked_on: bookedOn,
    returned: line.returned,
    reference: line.references[0]?.replaceAll(' ', '').slice(0, 140),
    text: line.texts.join('\n').slice(0, 2000),
    payer_name: line.payerName,
    payer_iban: line.payerIban,
    end_to_end: line.endToEnd?.slice(0, 140),
    content: contentOf(line),
  }));
  await sql`
    insert into billing.bank_line
    select * from jsonb_populate_recordset(null::billing.bank_line, ${JSON.stringify(rows)}::jsonb)
  `.execute(billing(tx));
}

export type LinePlace =
  | 'settled-invoice'
  | 'settled-pro-forma'
  | 'prepaid'
  | 'suspense'
  | 'outgoing'
  | 'charge';

/** Where (a part of) a line's money went. */
export type OutcomeRow = {
  readonly lineId: string;
  readonly step: number;
  readonly part: number;
  readonly place: LinePlace;
  readonly because: string | undefined;
  readonly foundBy: 'reference' | 'text' | 'payer' | 'staff' | undefined;
  readonly organizationId: OrganizationId | undefined;
  readonly targetId: string | undefined;
  readonly minor: bigint;
};

export async function insertOutcomes(
  tx: Tx,
  outcomes: readonly OutcomeRow[],
  by: string,
  now: Instant,
): Promise<void> {
  if (outcomes.length === 0) return;
  const rows = outcomes.map((outcome) => ({
    line_id: outcome.lineId,
    step: outcome.step,
    part: outcome.part,
    place: outcome.place,
    because: outcome.because,
    found_by: outcome.foundBy,
    organization_id: outcome.organizationId && toUuid(outcome.organizationId),
    target_id: outcome.targetId,
    minor: outcome.minor.toString(),
    decided_at: now,
    decided_by: by,
  }));
  await sql`
    insert into billing.bank_outcome
    select * from jsonb_populate_recordset(null::billing.bank_outcome, ${JSON.stringify(rows)}::jsonb)
  `.execute(billing(tx));
}

/** The step of a line's way that comes next. */
export async function nextStep(tx: Tx, lineId: string): Promise<number> {
  const { rows } = await sql<{ step: number }>`
    select coalesce(max(step), -1) + 1 as step from billing.bank_outcome
    where line_id = ${lineId}`.execute(billing(tx));
  return rows[0]?.step ?? 0;
}

/**
 * Remembers from which IBANs organizations pay: a later payment without reference may be theirs.
 */
export async function bindPayers(
  tx: Tx,
  payers: readonly { readonly iban: string; readonly organizationId: OrganizationId }[],
  now: Instant,
): Promise<void> {
  if (payers.length === 0) return;
  await sql`
    insert into billing.payer_iban (iban, organization_id, bound_at)
    select distinct iban, organization_id, ${now}::timestamptz from unnest(
      ${payers.map(({ iban }) => iban)}::text[],
      ${payers.map(({ organizationId }) => toUuid(organizationId))}::uuid[]
    ) as payer (iban, organization_id)
    order by 1, 2
    on conflict do nothing`.execute(billing(tx));
}
