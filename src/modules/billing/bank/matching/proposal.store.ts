import { sql } from 'kysely';
import { fromUuid, type OrganizationId } from '#kernel/ids.ts';
import type { Money } from '#kernel/money.ts';
import type { Tx } from '#platform/database/tx.ts';
import { billing } from '../../tables.generated.ts';

export type Proposal = { readonly organizationId: OrganizationId; readonly reference: string };

/** A payment without a reference of ours, by who paid. */
export type PayerQuestion = {
  readonly lineId: string;
  readonly iban: string;
  readonly amount: Money;
};

/**
 * Payments whose payer has paid for one organization only, which has exactly one open invoice of
 * that
 * amount (D21). A proposal: a person decides.
 */
export async function findProposals(
  tx: Tx,
  questions: readonly PayerQuestion[],
): Promise<ReadonlyMap<string, Proposal>> {
  if (questions.length === 0) return new Map();
  const { rows } = await sql<{ line_id: string; organization_id: string; reference: string }>`
    with question as (
      select * from unnest(
        ${questions.map(({ lineId }) => lineId)}::uuid[],
        ${questions.map(({ iban }) => iban)}::text[],
        ${questions.map(({ amount }) => amount.minor)}::bigint[],
        ${questions.map(({ amount }) => amount.currency)}::text[]
      ) as q (line_id, iban, minor, currency)
    ), payer as (
      select iban, (array_agg(organization_id))[1] as organization_id
      from billing.payer_iban where iban in (select iban from question)
      group by iban having count(*) = 1
    )
    select question.line_id, payer.organization_id, min(invoice.reference) as reference
    from question
    join payer on payer.iban = question.iban
    join billing.invoice_standing as standing
      on standing.organization_id = payer.organization_id and standing.state = 'open'
      and standing.open_minor = question.minor
    join billing.invoice as invoice
      on invoice.organization_id = standing.organization_id and invoice.id = standing.invoice_id
      and invoice.currency = question.currency
    group by question.line_id, payer.organization_id having count(*) = 1`.execute(billing(tx));
  return new Map(
    rows.map((row) => [
      row.line_id,
      { organizationId: fromUuid('org', row.organization_id), reference: row.reference },
    ]),
  );
}
