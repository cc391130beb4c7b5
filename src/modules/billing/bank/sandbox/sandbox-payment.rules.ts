import { money, type Currency, type Money } from '#kernel/money.ts';
import { qrReference } from '../../references/reference.rules.ts';

/** How a payment of the sandbox behaves. */
export const sandboxWays = [
  'exact',
  'other-amount',
  'other-currency',
  'in-text',
  'unknown-reference',
] as const;
export type SandboxWay = (typeof sandboxWays)[number];

export type SandboxWish = {
  readonly reference: string;
  readonly way: SandboxWay;
  /** Instead of what the document asks for. */
  readonly amount?: Money | undefined;
  readonly payer?: string | undefined;
};

export type SandboxPayment = {
  readonly amount: Money;
  readonly reference: string | undefined;
  readonly text: string | undefined;
};

/** What a payer would send, who pays a document in this way. */
export function sandboxPayment(
  { reference, way, amount }: SandboxWish,
  asked: Money,
): SandboxPayment {
  const sent = amount ?? asked;
  switch (way) {
    case 'exact':
      return { amount: sent, reference, text: undefined };
    case 'other-amount':
      return { amount: amount ?? less(asked), reference, text: undefined };
    case 'other-currency':
      return { amount: { ...sent, currency: other(sent.currency) }, reference, text: undefined };
    case 'in-text':
      return { amount: sent, reference: undefined, text: `Payment ${reference}, thank you` };
    case 'unknown-reference':
      return { amount: sent, reference: strange(reference), text: 'Payment' };
  }
}

/** What is sent where nothing says how much. */
export const strangersAmount = money(4200n, 'CHF');

/** One franc short, or one cent more where that would leave nothing. */
function less({ minor, currency }: Money): Money {
  return { minor: minor > 100n ? minor - 100n : minor + 1n, currency };
}

const other = (currency: Currency): Currency => (currency === 'CHF' ? 'EUR' : 'CHF');

/**
 * A reference that is well-formed and practically never ours: digits of what was typed, turned
 * round.
 */
function strange(reference: string): string {
  const digits = reference.replaceAll(/\D/g, '').slice(0, 20);
  return qrReference(`99${[...digits].toReversed().join('')}`);
}
