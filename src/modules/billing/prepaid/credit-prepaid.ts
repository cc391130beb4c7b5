import { record } from '#modules/activity/index.ts';
import type { Actor } from '#kernel/actor.ts';
import type { Day, Instant } from '#kernel/calendar.ts';
import type { OrganizationId } from '#kernel/ids.ts';
import { toDecimal, type Money } from '#kernel/money.ts';
import { postAll, type AccountRef } from '#modules/ledger/index.ts';
import { queue } from '#modules/messages/index.ts';
import { recipientsOf } from '#modules/organizations/index.ts';
import type { Tx } from '#platform/database/tx.ts';
import { pageLink } from '../payments/page-link.ts';
import type { MoneySource } from '../payments/payment.rules.ts';
import { prepaidPosting } from '../payments/postings.ts';
import { moneyOnPrepaid } from './money-on-prepaid.letter.ts';
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

/** Puts money on an organization's prepaid account, once per source; undefined when it was there already. */
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
  for (const line of lines) await tell(tx, line, actor, now);
  return lines;
}

async function tell(tx: Tx, line: PrepaidLine, actor: Actor, now: Instant): Promise<void> {
  const { organizationId, amount, because } = line;
  if (!isPrepaidReason(because)) return;
  const link = pageLink(tx, organizationId, '/billing/prepaid');
  const letter = { amount, balance: line.balance, reason: because, link };
  for (const to of await recipientsOf(tx, organizationId, 'billing')) {
    await queue(tx, moneyOnPrepaid, letter, to, now);
  }
  const about = { kind: 'prepaid-line', id: line.prepaidLineId, label: because };
  const facts = { amount: toDecimal(amount), currency: amount.currency, because };
  const action = 'billing.prepaid-credited';
  await record(tx, { stream: { organizationId }, action, actor, about, facts }, now);
}
