import type { Day, Instant } from '#kernel/calendar.ts';
import { toUuid } from '#kernel/ids.ts';
import { isCurrency, money, type Money } from '#kernel/money.ts';
import { newId } from '#kernel/new-id.ts';
import type { AccountRef } from '#modules/ledger/index.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { MoneySource } from '../../payments/payment.rules.ts';
import { lockAccounts } from '../accounts/bank-account.store.ts';
import { findEntry, type KnownEntry } from '../entries/entry.store.ts';
import { insertLines, nextStep } from '../lines/bank-line.store.ts';
import { linesById } from '../lines/list-bank-lines.store.ts';
import { workItemNotFound } from './work-item.refusals.ts';
import type { WorkItem } from './work-item.store.ts';

/** Money that a work item is about, and where it stands in the books until somebody decides. */
export type WaitingMoney = {
  readonly lineId: string;
  /** The step of the line's way that comes next. */
  readonly step: number;
  readonly amount: Money;
  readonly on: Day;
  readonly from: AccountRef;
  readonly source: MoneySource;
  readonly reference: string | undefined;
  readonly payerIban: string | undefined;
};

/** A line in suspense, or what of an entry still waits for its details. */
export async function lockWaitingMoney(
  tx: Tx,
  item: WorkItem,
  now: Instant,
): Promise<WaitingMoney> {
  if (item.accountId !== undefined) await lockAccounts(tx, [item.accountId]);
  if (item.lineId !== undefined) return lineInSuspense(tx, item.lineId);
  const entry = item.entryId === undefined ? undefined : await findEntry(tx, item.entryId);
  if (!entry) throw workItemNotFound({});
  return restOf(tx, entry, item, now);
}

async function lineInSuspense(tx: Tx, lineId: string): Promise<WaitingMoney> {
  const [line] = await linesById(tx, [lineId]);
  if (!line) throw workItemNotFound({});
  return {
    lineId,
    step: await nextStep(tx, lineId),
    amount: line.amount,
    on: line.bookedOn,
    from: { kind: 'suspense' },
    source: { kind: 'bank-line', id: line.bankLineId },
    reference: line.reference,
    payerIban: line.payerIban,
  };
}

/** The bank never told what is in it: a person says so, and it becomes one line. */
async function restOf(
  tx: Tx,
  entry: KnownEntry,
  { facts }: WorkItem,
  now: Instant,
): Promise<WaitingMoney> {
  const { currency } = entry;
  if (!isCurrency(currency)) throw new TypeError(`${currency} is no currency of ours`);
  const amount = money(entry.minor - entry.divided, currency);
  const id = newId('bln', now);
  const position = Math.max(-1, ...entry.lines.keys()) + 1;
  const line = {
    ...{ position, direction: entry.direction, amount, returned: false },
    ...{ references: [], texts: facts['text'] ? [facts['text']] : [] },
    ...{ payerName: undefined, payerIban: undefined, endToEnd: undefined },
  };
  const { id: entryId, accountId, bookedOn } = entry;
  await insertLines(tx, [{ id: toUuid(id), entryId, accountId, bookedOn, line }]);
  return {
    lineId: toUuid(id),
    step: 0,
    amount,
    on: bookedOn,
    from: { kind: 'bank-batch', owner: facts['account'] ?? '' },
    source: { kind: 'bank-line', id },
    reference: undefined,
    payerIban: undefined,
  };
}
