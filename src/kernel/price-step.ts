// Why an amount is what it is (B7): every amount a customer sees can be taken apart into steps.
import { z } from 'zod';
import { type Money, moneyOut, type MoneyOut, toMoneyOut } from './money.ts';

/** What a step is about; its sentence stands in the texts, its numbers in the facts. */
export const priceStepKinds = ['list', 'tier', 'partner', 'warranty', 'proration'] as const;
export type PriceStepKind = (typeof priceStepKinds)[number];

/** One step of a price. The amounts of a line's steps add up to its net; a discount is negative. */
export type PriceStep = {
  readonly kind: PriceStepKind;
  readonly amount: Money;
  readonly facts: { readonly [name: string]: string | number };
};

export const priceStepOut = z
  .object({
    kind: z.enum(priceStepKinds),
    amount: moneyOut,
    facts: z.record(z.string(), z.union([z.string(), z.number()])),
  })
  .meta({ id: 'PriceStep', description: 'One step of a price; the steps of a line add up to it.' });

export function toPriceStepOut(step: PriceStep): {
  kind: PriceStepKind;
  amount: MoneyOut;
  facts: Record<string, string | number>;
} {
  return { kind: step.kind, amount: toMoneyOut(step.amount), facts: { ...step.facts } };
}
