import type { Day } from '#kernel/calendar.ts';
import type { Currency, Money } from '#kernel/money.ts';
import { isUnreadable, readAmount, readDirection } from './amount.rules.ts';
import { dayIn, readDay } from './date.rules.ts';
import { accountNumber } from './detail.rules.ts';
import { allOf, at, firstText, textAt, type Element } from './element.rules.ts';

/** What a statement or notification says about itself. */
export type StatementHead = {
  readonly id: string;
  readonly account: string;
  readonly sequence: bigint | undefined;
  readonly page: number | undefined;
  readonly createdOn: Day | undefined;
};

/** One balance, with its sign: plus is ours. */
export type Balance = { readonly amount: Money; readonly on: Day | undefined };

/** The two balances that a proof needs; `unreadable` when one is garbled or too fine. */
export type Balances = {
  readonly opening: Balance | 'unreadable' | undefined;
  readonly closing: Balance | 'unreadable' | undefined;
};

export function readStatement(element: Element): StatementHead {
  const account = firstText(
    at(element, 'Acct', 'Id'),
    ['IBAN'],
    ['Othr', 'Id'],
    ['PrtryAcct', 'Id'],
    ['BBAN'],
  );
  const sequence = firstText(element, ['ElctrncSeqNb'], ['LglSeqNb']);
  const page = firstText(element, ['StmtPgntn', 'PgNb'], ['NtfctnPgntn', 'PgNb']);
  return {
    id: (textAt(element, 'Id') ?? '').slice(0, 70),
    account: accountNumber(account ?? ''),
    sequence: sequence !== undefined && /^\d{1,18}$/.test(sequence) ? BigInt(sequence) : undefined,
    page: page !== undefined && /^\d{1,6}$/.test(page) ? Number(page) : undefined,
    createdOn: dayIn(textAt(element, 'CreDtTm') ?? ''),
  };
}

/** OPBD opens, or PRCD (the closing of the statement before); CLBD closes. */
export function readBalances(element: Element): Balances {
  const all = allOf(element, 'Bal');
  const find = (code: string): Element | undefined =>
    all.find((one) => firstText(one, ['Tp', 'CdOrPrtry', 'Cd'], ['Tp', 'Cd']) === code);
  return {
    opening: balanceIn(find('OPBD') ?? find('PRCD')),
    closing: balanceIn(find('CLBD')),
  };
}

function balanceIn(element: Element | undefined): Balance | 'unreadable' | undefined {
  const amountElement = at(element, 'Amt');
  if (!element || !amountElement) return undefined;
  const amount = readAmount(amountElement);
  const direction = readDirection(textAt(element, 'CdtDbtInd'));
  if (isUnreadable(amount) || !direction) return 'unreadable';
  const on = readDay(element, 'Dt');
  const minor = direction === 'credit' ? amount.minor : -amount.minor;
  return { amount: { ...amount, minor }, on: on === 'unreadable' ? undefined : on };
}

/** What the proof compares, in one currency. */
export type Proof =
  | { readonly result: 'proven' }
  | { readonly result: 'differs'; readonly difference: Money | undefined }
  | { readonly result: 'unprovable' };

/**
 * Opening + booked entries = closing (D22). Without both balances nothing can be proven; balances
 * in
 * another currency than each other or than the entries do not add up.
 */
export function prove(balances: Balances, moved: ReadonlyMap<Currency, bigint>): Proof {
  const { opening, closing } = balances;
  if (opening === 'unreadable' || closing === 'unreadable') {
    return { result: 'differs', difference: undefined };
  }
  if (!opening || !closing) return { result: 'unprovable' };
  const { currency } = opening.amount;
  const isForeign = [...moved].some(([other, minor]) => other !== currency && minor !== 0n);
  if (closing.amount.currency !== currency || isForeign) {
    return { result: 'differs', difference: undefined };
  }
  const expected = opening.amount.minor + (moved.get(currency) ?? 0n);
  const difference = closing.amount.minor - expected;
  return difference === 0n
    ? { result: 'proven' }
    : { result: 'differs', difference: { minor: difference, currency } };
}
