import type { Day } from '#kernel/calendar.ts';
import { basisPoints, fraction, round, times } from '#kernel/fraction.ts';
import type { Translated } from '#kernel/language.ts';
import { add, money, sum, type Currency, type Money } from '#kernel/money.ts';
import type { PriceStep } from '#kernel/price-step.ts';
import type { ProductVatCategory, VatCode, VatTreatment } from './vat.rules.ts';

/** What something costs before tax, as the seller of it computed it. */
export type DraftLine = {
  readonly productCode: string;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly text: Translated;
  readonly quantity: number;
  readonly unit: Money;
  readonly steps: readonly PriceStep[];
  /** Quantity × price after all discounts, rounded once. */
  readonly net: Money;
  readonly vatCategory: ProductVatCategory;
  readonly period?: { readonly from: Day; readonly to: Day };
};

/** The tax that falls on a line: EN 16931 code, whose tax it is, how much. */
export type LineVat = {
  readonly code: VatCode;
  /** The country whose tax it is; none where no tax is charged. */
  readonly country?: string;
  readonly basisPoints: number;
};

export type PricedLine = DraftLine & { readonly vat: LineVat };

/** The tax of one rate on a document, rounded once (BR-CO-17). */
export type VatRow = LineVat & { readonly base: Money; readonly vat: Money };

/** A document's amounts, the same for preview, pro-forma and invoice (B8). */
export type Priced = {
  readonly treatment: VatTreatment;
  readonly currency: Currency;
  readonly lines: readonly PricedLine[];
  readonly vatRows: readonly VatRow[];
  readonly net: Money;
  readonly vat: Money;
  readonly gross: Money;
};

/** Adds tax to lines: once per rate on the sum of the lines' nets, never per line (D24). */
export function withVat(
  lines: readonly DraftLine[],
  currency: Currency,
  treatment: VatTreatment,
  vatOf: (category: ProductVatCategory) => LineVat,
): Priced {
  if (lines.length === 0) throw new TypeError('a document needs a line');
  const priced = lines.map((line) => ({ ...line, vat: vatOf(line.vatCategory) }));
  const net = sum(
    priced.map((line) => line.net),
    currency,
  );
  const vatRows = rowsOf(priced, currency);
  const vat = sum(
    vatRows.map((row) => row.vat),
    currency,
  );
  return { treatment, currency, lines: priced, vatRows, net, vat, gross: add(net, vat) };
}

function rowsOf(lines: readonly PricedLine[], currency: Currency): VatRow[] {
  const bases = new Map<string, { vat: LineVat; base: Money }>();
  for (const line of lines) {
    const key = vatKey(line.vat);
    const before = bases.get(key)?.base ?? money(0n, currency);
    bases.set(key, { vat: line.vat, base: add(before, line.net) });
  }
  return [...bases.values()]
    .map(({ vat, base }) => ({ ...vat, base, vat: taxOn(base, vat.basisPoints) }))
    .toSorted((a, b) => b.basisPoints - a.basisPoints || vatKey(a).localeCompare(vatKey(b)));
}

/** Tells rates apart; also the owner of their account in the ledger. */
export function vatKey({ code, country, basisPoints: points }: LineVat): string {
  return [code, country ?? '', points].join(':');
}

/** Tax on a base, half away from zero. */
export function taxOn(base: Money, points: number): Money {
  return money(round(times(fraction(base.minor), basisPoints(points))), base.currency);
}
