import type { Instant, Period } from '#kernel/calendar.ts';
import type { Id, OrganizationId } from '#kernel/ids.ts';
import { inLanguage, languages, type Translated } from '#kernel/language.ts';
import { type Money, type MoneyOut, type SaleCurrency, toMoneyOut } from '#kernel/money.ts';
import type { PriceStep } from '#kernel/price-step.ts';
import { defineRefusal } from '#kernel/refusal.ts';
import type { Configuration } from './placing/configuration.rules.ts';

export type OrderId = Id<'ord'>;
export type OrderItemId = Id<'itm'>;

/** open: waits for its money · started: its products run or are being made · the rest is over. */
export const orderStates = ['open', 'started', 'cancelled', 'expired'] as const;
export type OrderState = (typeof orderStates)[number];

/**
 * D35: the pro-forma first, or the invoice at once for whom staff granted it; free: no document.
 */
export const paymentWays = ['in_advance', 'on_account', 'free'] as const;
export type PaymentWay = (typeof paymentWays)[number];

export type OrderAction = 'cancel' | 'pay';

/** One line of an order: what is wished, and what it costs and why, frozen. */
export type OrderItem = {
  readonly itemId: OrderItemId;
  readonly product: string;
  readonly kind: string;
  readonly offer: string;
  readonly productName: Translated;
  readonly offerName: Translated;
  readonly period: Period;
  readonly quantity: number;
  readonly warranty: boolean;
  readonly minimumTermMonths: number;
  readonly configuration: Configuration;
  readonly label: string;
  readonly vatCategory: string;
  readonly unit: Money;
  readonly steps: readonly PriceStep[];
  readonly net: Money;
};

/** Tax of one rate, as billing computed it when the order was placed. */
export type OrderVatRow = {
  readonly code: string;
  readonly country?: string | undefined;
  readonly basisPoints: number;
  readonly base: Money;
  readonly vat: Money;
};

export type Order = {
  readonly organizationId: OrganizationId;
  readonly orderId: OrderId;
  /** 1, 2, 3 … within the organization; what people call it. */
  readonly number: number;
  readonly state: OrderState;
  readonly payment: PaymentWay;
  readonly currency: SaleCurrency;
  readonly net: Money;
  readonly gross: Money;
  readonly treatment: string;
  readonly vatRows: readonly OrderVatRow[];
  readonly addressId: Id<'adr'> | undefined;
  readonly proFormaId: Id<'pfo'> | undefined;
  readonly invoiceId: Id<'inv'> | undefined;
  readonly placedAt: Instant;
};

/** When an order became what it is, and through whom. */
export type OrderChange = {
  readonly to: OrderState;
  readonly at: Instant;
  readonly by: { readonly kind: 'user' | 'staff' | 'system'; readonly id: string | undefined };
};

/** The bill would go nowhere: neither a billing address nor the organization's own is known. */
export const addressMissing = defineRefusal<Record<string, never>>(
  'subscriptions.address-missing',
  'conflict',
);

export const orderNotFound = defineRefusal<Record<string, never>>(
  'subscriptions.order-not-found',
  'not-found',
);
export const orderNotCancellable = defineRefusal<{ state: OrderState }>(
  'subscriptions.order-not-cancellable',
  'conflict',
);
export const offerNotSold = defineRefusal<{ product: string; offer: string }>(
  'subscriptions.offer-not-sold',
  'not-found',
);
export const priceChanged = defineRefusal<{ expected: MoneyOut; now: MoneyOut }>(
  'subscriptions.price-changed',
  'conflict',
);

/** What a person may still do with an order. */
export function actionsOn(state: OrderState): readonly OrderAction[] {
  return state === 'open' ? ['pay', 'cancel'] : [];
}

/** Only an unpaid order can be cancelled (R157); what runs is cancelled as a product. */
export function refuseUnlessCancellable(state: OrderState): void {
  if (state !== 'open') throw orderNotCancellable({ state });
}

/** A person orders at the price they saw, or not at all. */
export function refuseOtherPrice(now: Money, expected: Money | undefined): void {
  if (!expected) return;
  if (expected.minor === now.minor && expected.currency === now.currency) return;
  throw priceChanged({ expected: toMoneyOut(expected), now: toMoneyOut(now) });
}

/** How an organization pays for an order; what costs nothing starts at once, without a document. */
export function wayToPay({ onAccount }: { onAccount: boolean }, gross: Money): PaymentWay {
  if (gross.minor === 0n) return 'free';
  return onAccount ? 'on_account' : 'in_advance';
}

/** What a line is called on documents: product, offer and what the customer calls it. */
export function lineText(
  productName: Translated,
  offerName: Translated,
  label: string,
): Translated {
  const inOne = (language: (typeof languages)[number]): string => {
    const called = `${inLanguage(productName, language)} ${inLanguage(offerName, language)}`;
    return label === '' ? called : `${called} – ${label}`;
  };
  const spoken = languages.filter((language) => productName[language] ?? offerName[language]);
  return { en: inOne('en'), ...Object.fromEntries(spoken.map((each) => [each, inOne(each)])) };
}

/** The order that a document is about; undefined when it is about something else. */
export function orderIdIn({ kind, id }: { kind: string; id: string }): OrderId | undefined {
  return kind === 'order' && isOrderId(id) ? id : undefined;
}

function isOrderId(id: string): id is OrderId {
  return /^ord_[0-9a-f]{32}$/.test(id);
}
