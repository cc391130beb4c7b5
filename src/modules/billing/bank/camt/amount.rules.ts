import { fromDecimal, isCurrency, type Currency, type Money } from '#kernel/money.ts';
import { at, type Element } from './element.rules.ts';

/** Why a part of a statement can't be read, in the words of the page that shows it. */
export type Unreadable = {
  readonly kind:
    | 'amount-unreadable'
    | 'amount-too-fine'
    | 'currency-unknown'
    | 'direction-missing'
    | 'status-missing'
    | 'date-unreadable';
  readonly facts: { readonly [name: string]: string };
};

export type Direction = 'credit' | 'debit';

export const isUnreadable = (value: object): value is Unreadable => 'facts' in value;

const written = /^\+?(?:\d+(?:\.\d*)?|\.\d+)$/;

/**
 * An amount as banks write it: without decimals, with five, with leading zeros. It is never
 * negative
 * and never repaired: `12..34` is unreadable, not 12 and not 0.
 */
export function readAmount(element: Element): Money | Unreadable {
  const text = element.text.trim();
  const currency = element.currency ?? '';
  const facts = { amount: text.slice(0, 60), currency: currency.slice(0, 10) };
  if (!isCurrency(currency)) return { kind: 'currency-unknown', facts };
  if (!written.test(text)) return { kind: 'amount-unreadable', facts };
  const [whole = '', decimals = ''] = text.replace('+', '').split('.');
  const digits = whole.replace(/^0+(?=\d)/, '') || '0';
  if (digits.length > 15) return { kind: 'amount-unreadable', facts };
  const plain = decimals === '' ? digits : `${digits}.${decimals}`;
  return fromDecimal(plain, currency) ?? { kind: 'amount-too-fine', facts };
}

export function readDirection(text: string | undefined): Direction | undefined {
  if (text === 'CRDT') return 'credit';
  return text === 'DBIT' ? 'debit' : undefined;
}

export const opposite = (direction: Direction): Direction =>
  direction === 'credit' ? 'debit' : 'credit';

/** Plus when it comes to our account, minus when it leaves. */
export function signed(amount: Money, direction: Direction): bigint {
  return direction === 'credit' ? amount.minor : -amount.minor;
}

/** What the bank charged in this currency, as a plus; what it gave back, as a minus. */
export function readCharges(element: Element, currency: Currency): bigint {
  let total = 0n;
  for (const charges of element.children?.filter(({ name }) => name === 'Chrgs') ?? []) {
    total += chargeOf(charges, currency);
  }
  return total;
}

/**
 * `Rcrd` since version 03, the amount directly in version 02, a total where there is nothing else.
 */
function chargeOf(charges: Element, currency: Currency): bigint {
  const records = charges.children?.filter(({ name }) => name === 'Rcrd') ?? [];
  if (records.length > 0) {
    return records.reduce((sum, record) => sum + oneCharge(record, 'Amt', currency), 0n);
  }
  const direct = oneCharge(charges, 'Amt', currency);
  return direct === 0n ? oneCharge(charges, 'TtlChrgsAndTaxAmt', currency) : direct;
}

function oneCharge(element: Element, name: string, currency: Currency): bigint {
  const amount = amountIn(at(element, name), currency);
  if (!amount || isUnreadable(amount)) return 0n;
  const isGivenBack = at(element, 'CdtDbtInd')?.text.trim() === 'CRDT';
  return isGivenBack ? -amount.minor : amount.minor;
}

/** An amount if it is in this currency; what stands there in another one is not asked. */
export function amountIn(
  element: Element | undefined,
  currency: Currency,
): Money | Unreadable | undefined {
  return element?.currency === currency ? readAmount(element) : undefined;
}
