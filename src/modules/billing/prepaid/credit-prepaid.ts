import { recordAll, type Happening } from '#modules/activity/index.ts';
import type { Actor } from '#kernel/actor.ts';
import type { Day, Instant } from '#kernel/calendar.ts';
import type { OrganizationId } from '#kernel/ids.ts';
import { toDecimal, toMoneyOut, type Money } from '#kernel/money.ts';
import { postAll, type AccountRef } from '#modules/ledger/index.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { MoneySource } from '../payments/payment.rules.ts';
import { prepaidPosting } from '../payments/postings.ts';
import type { PaymentNotice } from '../payments/payment-notice.store.ts';
import { noticePayments } from '../payments/tell-of-payments.ts';
import type { PrepaidLine } from './prepaid-line.store.ts';
import { isPrepaidReason, type PrepaidFacts, type PrepaidReason } from './prepaid.rules.ts';
import { recordPrepaidLines } from './record-prepaid-lines.ts';

/** Money that is an organization's and settles nothing (R16–R18, R157). */
export type PrepaidCredit = {
  readonly organizationId: OrganizationId;
  readonly amount: Money;
  readonly because: PrepaidReason;
  /** What the reason speaks of: `reference`, `asked` … */
  readonly facts?: PrepaidFacts;
  readonly source: MoneySource;
  /** The account on which the money stands until now. */
  readonly from: AccountRef;
  readonly on: Day;
};

/**
 * Puts money on an organization's prepaid account, once per source; undefined when it was there
 * already.
 */
export async function creditPrepaid(
  tx: Tx,
  credit: PrepaidCredit,
  actor: Actor,
  now: Instant,
): Promise<PrepaidLine | undefined> {
  const [line] = await creditPrepaidAll(tx, [credit], actor, now);
  return line;
}

/** Many at once; gives back the lines that are new. The organizations are locked by the caller. */
export async function creditPrepaidAll(
  tx: Tx,
  credits: readonly PrepaidCredit[],
  actor: Actor,
  now: Instant,
): Promise<readonly PrepaidLine[]> {
  const postings = credits.map((credit) => prepaidPosting(credit, credit.amount, credit));
  const posted = await postAll(tx, postings, actor, now);
  const moves = credits.flatMap((credit, index) => {
    const found = posted[index];
    return found ? [{ ...credit, facts: credit.facts ?? {}, payment: credit, posted: found }] : [];
  });
  const lines = await recordPrepaidLines(tx, moves, now);
  const happenings = lines.map((line) => happeningOf(line, actor));
  await Promise.all([
    noticePayments(tx, lines.flatMap(noticeOf), now),
    recordAll(tx, happenings, now),
  ]);
  return lines;
}

function noticeOf(line: PrepaidLine): PaymentNotice[] {
  const { organizationId, journalId, because: reason } = line;
  if (!isPrepaidReason(reason)) return [];
  const [amount, balance] = [toMoneyOut(line.amount), toMoneyOut(line.balance)];
  return [
    { organizationId, journalId, told: { letter: 'money-on-prepaid', amount, balance, reason } },
  ];
}

function happeningOf(line: PrepaidLine, actor: Actor): Happening {
  const { organizationId, prepaidLineId, amount, because } = line;
  const about = { kind: 'prepaid-line', id: prepaidLineId, label: because };
  const facts = { amount: toDecimal(amount), currency: amount.currency, because };
  const action = 'billing.prepaid-credited';
  return { stream: { organizationId }, action, actor, about, facts };
}
