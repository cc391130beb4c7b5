import { sql } from 'kysely';
import type { Day, Instant } from '#kernel/calendar.ts';
import { toUuid, type Id } from '#kernel/ids.ts';
import { money, type Currency, type Money } from '#kernel/money.ts';
import { newId } from '#kernel/new-id.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { InvoiceKey } from '../invoices/invoice.store.ts';
import { billing } from '../tables.generated.ts';
import type { PaymentFacts, PaymentMeans } from './payment.rules.ts';

/** Which money paid which invoice. */
export type Allocation = InvoiceKey & {
  readonly amount: Money;
  readonly payment: PaymentFacts;
  readonly journalId: Id<'jtx'>;
};

export async function insertAllocations(
  tx: Tx,
  allocations: readonly Allocation[],
  now: Instant,
): Promise<void> {
  const rows = allocations.map(({ organizationId, invoiceId, amount, payment, journalId }) => ({
    organization_id: toUuid(organizationId),
    id: toUuid(newId('alc', now)),
    invoice_id: toUuid(invoiceId),
    minor: amount.minor.toString(),
    means: payment.means,
    source_kind: payment.source.kind,
    source_id: payment.source.id,
    journal_id: toUuid(journalId),
    paid_on: payment.on,
    allocated_at: now.toISOString(),
  }));
  await sql`
    insert into billing.allocation
    select * from jsonb_populate_recordset(null::billing.allocation, ${JSON.stringify(rows)}::jsonb)
  `.execute(billing(tx));
}

export type PaymentRow = {
  readonly on: Day;
  readonly means: PaymentMeans;
  readonly amount: Money;
};

/** What an invoice was paid with, the oldest first. */
export async function findPayments(
  tx: Tx,
  { organizationId, invoiceId }: InvoiceKey,
  currency: Currency,
): Promise<readonly PaymentRow[]> {
  const rows = await billing(tx)
    .selectFrom('billing.allocation')
    .select(['paid_on', 'means', 'minor'])
    .where('organization_id', '=', toUuid(organizationId))
    .where('invoice_id', '=', toUuid(invoiceId))
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    on: row.paid_on,
    means: row.means,
    amount: money(row.minor, currency),
  }));
}
