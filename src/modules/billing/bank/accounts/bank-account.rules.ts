import type { Day } from '#kernel/calendar.ts';
import { idOf, type Id } from '#kernel/ids.ts';
import type { Money } from '#kernel/money.ts';
import { isIban, isQrIban } from '../../references/iban.rules.ts';
import { notAnAccountNumber } from './bank-account-refusals.rules.ts';

export type BankAccountId = Id<'bka'>;
export const bankAccountId = idOf('bka');

/** One of our own accounts at a bank. */
export type BankAccount = {
  readonly bankAccountId: BankAccountId;
  readonly name: string;
  /** IBAN, or the number that the bank writes instead. */
  readonly number: string;
  readonly qrIban: string | undefined;
  readonly opening: Money;
  readonly openingOn: Day;
};

/** A number that looks like an IBAN must be one; any other account number is the bank's matter. */
export function accountNumberOf(text: string): string {
  const number = text.replaceAll(/[\s.-]/g, '').toUpperCase();
  const looksLikeIban = /^[A-Z]{2}\d{2}/.test(number);
  if (looksLikeIban ? !isIban(number) : !/^[A-Z0-9]{5,34}$/.test(number)) {
    throw notAnAccountNumber({ number: text });
  }
  return number;
}

export function qrIbanOf(text: string): string {
  const number = text.replaceAll(/\s/g, '').toUpperCase();
  if (!isQrIban(number)) throw notAnAccountNumber({ number: text });
  return number;
}
