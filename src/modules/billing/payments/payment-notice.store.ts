import { sql } from 'kysely';
import { z } from 'zod';
import type { Instant } from '#kernel/calendar.ts';
import { fromUuid, toUuid, type Id, type OrganizationId } from '#kernel/ids.ts';
import { moneyOut } from '#kernel/money.ts';
import type { Tx } from '#platform/database/tx.ts';
import { prepaidReasons } from '../prepaid/prepaid.rules.ts';
import { billing } from '../tables.generated.ts';
import { paymentMeans } from './payment.rules.ts';

const told = z.discriminatedUnion('letter', [
  z.object({
    letter: z.literal('invoice-paid'),
    invoiceId: z.string(),
    number: z.string(),
    amount: moneyOut,
    means: z.enum(paymentMeans),
  }),
  z.object({
    letter: z.literal('money-on-prepaid'),
    amount: moneyOut,
    balance: moneyOut,
    reason: z.enum(prepaidReasons),
  }),
]);

/** A payment that its organization is still to be told of. */
export type PaymentNotice = {
  readonly organizationId: OrganizationId;
  readonly journalId: Id<'jtx'>;
  readonly told: z.infer<typeof told>;
};

export async function insertNotices(
  tx: Tx,
  notices: readonly PaymentNotice[],
  now: Instant,
): Promise<void> {
  await sql`
    insert into billing.payment_notice (organization_id, journal_id, letter, facts, noted_at)
    select organization_id, journal_id, letter, facts::jsonb, ${now}::timestamptz from unnest(
      ${notices.map(({ organizationId }) => toUuid(organizationId))}::uuid[],
      ${notices.map(({ journalId }) => toUuid(journalId))}::uuid[],
      ${notices.map((notice) => notice.told.letter)}::text[],
      ${notices.map((notice) => JSON.stringify(notice.told))}::text[]
    ) as notice (organization_id, journal_id, letter, facts)`.execute(billing(tx));
}

/** Takes the oldest notices away: whoever takes them tells them, in the same transaction. */
export async function takeNotices(tx: Tx, limit: number): Promise<PaymentNotice[]> {
  const { rows } = await sql<{ organization_id: string; journal_id: string; facts: unknown }>`
    delete from billing.payment_notice
    where (organization_id, journal_id) in (
      select organization_id, journal_id from billing.payment_notice
      order by noted_at limit ${limit} for update skip locked)
    returning organization_id, journal_id, facts`.execute(billing(tx));
  return rows.map((row) => ({
    organizationId: fromUuid('org', row.organization_id),
    journalId: fromUuid('jtx', row.journal_id),
    told: told.parse(row.facts),
  }));
}
