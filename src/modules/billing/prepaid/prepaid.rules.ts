import { z } from 'zod';
import { idOf, type Id } from '#kernel/ids.ts';
import type { Currency, Money, MoneyOut } from '#kernel/money.ts';
import { defineRefusal } from '#kernel/refusal.ts';

export type PrepaidLineId = Id<'ppl'>;
export const prepaidLineId = idOf('ppl');

/** Why money came to prepaid (R16–R18, R157). */
export const prepaidReasons = [
  'top-up',
  // a reference of ours, but what it is for …
  'paid',
  'cancelled',
  'expired',
  'other-amount',
  'other-currency',
  // a person of the provider found whose it is
  'assigned-by-staff',
] as const;
export type PrepaidReason = (typeof prepaidReasons)[number];

export function isPrepaidReason(word: string): word is PrepaidReason {
  return prepaidReasons.some((reason) => reason === word);
}

/** Why money left prepaid (R19, R158). */
export const prepaidUses = ['invoice-payment', 'order-payment'] as const;
export type PrepaidUse = (typeof prepaidUses)[number];

/** The balance does not cover what is to be paid. */
export const prepaidTooLow = defineRefusal<{ balance: MoneyOut; needed: MoneyOut }>(
  'billing.prepaid-too-low',
  'conflict',
);

/** What an organization has, enough or not; another currency never counts. */
export function covers(balance: Money, needed: Money): boolean {
  return balance.currency === needed.currency && balance.minor >= needed.minor;
}

/** A balance of one currency, also where nothing ever moved. */
export function balanceIn(
  balances: readonly { readonly currency: Currency; readonly minor: bigint }[],
  currency: Currency,
): Money {
  const found = balances.find((balance) => balance.currency === currency);
  return { minor: found?.minor ?? 0n, currency };
}

/** A top-up is of one unit of its currency at least: 1.00. */
export const leastTopUpMinor = 100n;

export const topUpTooSmall = defineRefusal<{ least: MoneyOut }>(
  'billing.top-up-too-small',
  'invalid',
);

/** Why a line stands there, in or out. */
export const prepaidWord = z.enum([...prepaidReasons, ...prepaidUses]);

/** What a reason speaks of: `reference`, `number`, `asked` (an amount) … as text. */
export const prepaidFacts = z.record(z.string(), z.string());
export type PrepaidFacts = z.infer<typeof prepaidFacts>;
