import type { Actor } from '#kernel/actor.ts';
import { addDays, dayOf, type Day, type Instant } from '#kernel/calendar.ts';
import { zero } from '#kernel/money.ts';
import { postAll, type Posted, type Posting } from '#modules/ledger/index.ts';
import type { Tx } from '#platform/database/tx.ts';
import { insertAllocations } from '../../payments/allocation.store.ts';
import { issuePosting, paymentPosting, type Payment } from '../../payments/postings.ts';
import { recordPrepaidLines } from '../../prepaid/record-prepaid-lines.ts';
import { daysToPay, numberOf, type Invoice, type InvoiceDraft } from '../invoice.rules.ts';
import { insertInvoices } from '../invoice.store.ts';
import { drawNumbers, type DrawnNumbers } from './number-series.store.ts';

/** A draft, and the money that has paid it already when it was paid in advance. */
export type IssueWish = {
  readonly draft: InvoiceDraft;
  readonly payment?: Payment | undefined;
  /** Until when to pay; thirty days by default. */
  readonly dueOn?: Day | undefined;
};

/**
 * Gives drafts their numbers and puts them into the books, born paid where the money is there. The
 * series stays locked from here to the commit: call it when everything else is decided.
 */
export async function issueInvoices(
  tx: Tx,
  wishes: readonly IssueWish[],
  actor: Actor,
  now: Instant,
): Promise<readonly Invoice[]> {
  if (wishes.length === 0) return [];
  const today = dayOf(now);
  const numbers = await drawNumbers(tx, 'invoice', { count: wishes.length, today });
  const issued = wishes.map((wish, index) => numbered(wish, index, numbers));
  const pairs = wishes.map((wish, index) => pairOf(wish, issued[index]));
  await Promise.all([insertInvoices(tx, issued, now), book(tx, pairs, actor, now)]);
  return issued;
}

type Pair = { readonly invoice: Invoice; readonly payment: Payment | undefined };

function pairOf({ payment }: IssueWish, invoice: Invoice | undefined): Pair {
  if (!invoice) throw new TypeError('an invoice got lost while it was numbered');
  return { invoice, payment };
}

function numbered(
  { draft, payment, dueOn }: IssueWish,
  index: number,
  numbers: DrawnNumbers,
): Invoice {
  const serial = numbers.first + BigInt(index);
  const { gross } = draft.priced;
  const isPaid = payment !== undefined || gross.minor === 0n;
  return {
    ...draft,
    number: numberOf(numbers.year, serial),
    year: numbers.year,
    serial,
    issuedOn: numbers.on,
    dueOn: isPaid ? numbers.on : (dueOn ?? addDays(numbers.on, daysToPay)),
    state: isPaid ? 'paid' : 'open',
    open: isPaid ? zero(gross.currency) : gross,
    paidOn: isPaid ? paidOn(payment, numbers.on) : undefined,
  };
}

const paidOn = (payment: Payment | undefined, issuedOn: Day): Day => payment?.on ?? issuedOn;

/** Posts all invoices and their payments in one go; a payment is posted right after its invoice. */
async function book(tx: Tx, pairs: readonly Pair[], actor: Actor, now: Instant): Promise<void> {
  const postings = pairs
    .filter(({ invoice }) => invoice.priced.gross.minor !== 0n)
    .flatMap(({ invoice, payment }): { posting: Posting; pair?: Pair }[] => {
      const issue = { posting: issuePosting(invoice) };
      if (!payment) return [issue];
      const posting = paymentPosting(invoice, invoice.priced.gross, payment);
      return [issue, { posting, pair: { invoice, payment } }];
    });
  const posted = await postAll(
    tx,
    postings.map(({ posting }) => posting),
    actor,
    now,
  );
  const paid = postings.flatMap(({ pair }, index) => paidBy(pair, posted[index]));
  if (paid.length > 0) await insertAllocations(tx, paid, now);
  await recordPrepaidLines(
    tx,
    paid.map((one) => ({
      ...one,
      amount: { ...one.amount, minor: -one.amount.minor },
      because: 'order-payment' as const,
      facts: { number: one.number },
    })),
    now,
  );
}

function paidBy(pair: Pair | undefined, posted: Posted | undefined) {
  if (!pair?.payment || !posted) return [];
  // money that the books know already paid something else: paying twice with it is our bug
  if (!posted.posted) throw new TypeError(`${pair.payment.source.id} was booked before`);
  const { organizationId, invoiceId, number, priced } = pair.invoice;
  const { payment } = pair;
  const { journalId } = posted;
  return [{ organizationId, invoiceId, number, amount: priced.gross, payment, journalId, posted }];
}
