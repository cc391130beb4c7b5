import { z } from 'zod';
import type { Instant } from '#kernel/calendar.ts';
import { fromMoneyOut } from '#kernel/money.ts';
import { queue, type Recipient } from '#modules/messages/index.ts';
import { recipientsOf } from '#modules/organizations/index.ts';
import type { Tx } from '#platform/database/tx.ts';
import { enqueue } from '#platform/jobs/enqueue.ts';
import { defineJob } from '#platform/jobs/jobs.ts';
import { moneyOnPrepaid } from '../prepaid/money-on-prepaid.letter.ts';
import { invoicePaid } from './invoice-paid.letter.ts';
import { pageLink } from './page-link.ts';
import { insertNotices, takeNotices, type PaymentNotice } from './payment-notice.store.ts';

export const tellOfPaymentsJob = defineJob('billing.tell-of-payments', z.object({}));

/** So many letters are written in one transaction. */
const atOnce = 50;

/**
 * Notes that an organization is to be told; a job writes the letters, so a bank file is not held
 * up.
 */
export async function noticePayments(
  tx: Tx,
  notices: readonly PaymentNotice[],
  now: Instant,
): Promise<void> {
  if (notices.length === 0) return;
  await insertNotices(tx, notices, now);
  await enqueue(tx, tellOfPaymentsJob, {}, { key: 'tell-of-payments' });
}

/** Writes the letters of some noted payments, each once; false when none was left. */
export async function tellOfPayments(tx: Tx, now: Instant): Promise<boolean> {
  const notices = await takeNotices(tx, atOnce);
  for (const notice of notices) {
    for (const to of await recipientsOf(tx, notice.organizationId, 'billing')) {
      await write(tx, notice, to, now);
    }
  }
  return notices.length === atOnce;
}

async function write(
  tx: Tx,
  { organizationId, told }: PaymentNotice,
  to: Recipient,
  now: Instant,
): Promise<void> {
  const amount = fromMoneyOut(told.amount);
  if (told.letter === 'invoice-paid') {
    const { number, means, invoiceId } = told;
    const link = pageLink(tx, organizationId, `/billing/invoices/${invoiceId}`);
    return queue(tx, invoicePaid, { number, amount, means, link }, to, now);
  }
  const { reason } = told;
  const balance = fromMoneyOut(told.balance);
  const link = pageLink(tx, organizationId, '/billing/prepaid');
  return queue(tx, moneyOnPrepaid, { amount, balance, reason, link }, to, now);
}
