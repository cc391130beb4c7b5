import { z } from 'zod';
import { day } from '#kernel/calendar.ts';
import { translated } from '#kernel/language.ts';
import { fromMoneyOut, isCurrency, moneyOut, toMoneyOut } from '#kernel/money.ts';
import { priceStepOut, toPriceStepOut } from '#kernel/price-step.ts';
import type { LineVat, Priced, PricedLine, VatRow } from './priced.rules.ts';
import { productVatCategories, vatCodes, vatTreatments } from './vat.rules.ts';

const amount = moneyOut.transform(fromMoneyOut);

export const storedSteps = z.array(
  priceStepOut.transform((step) => ({ ...step, amount: fromMoneyOut(step.amount) })),
);

const vat = z.object({
  code: z.enum(vatCodes),
  country: z.string().exactOptional(),
  basisPoints: z.number().int(),
});

/** How the store keeps amounts of any shape: the JSON that `toStored` made. */
export const storedPriced = z.object({
  treatment: z.enum(vatTreatments),
  currency: z.string().refine(isCurrency),
  lines: z.array(
    z.object({
      productCode: z.string(),
      subject: z.object({ kind: z.string(), id: z.string() }),
      text: translated,
      quantity: z.number().int(),
      unit: amount,
      steps: storedSteps,
      net: amount,
      vatCategory: z.enum(productVatCategories),
      period: z.object({ from: day, to: day }).exactOptional(),
      vat,
    }),
  ),
  vatRows: z.array(vat.extend({ base: amount, vat: amount })),
  net: amount,
  vat: amount,
  gross: amount,
});

/** Amounts as JSON: minor units as text, nothing else changed. */
export function toStored(priced: Priced): string {
  return JSON.stringify({
    currency: priced.currency,
    ...presentPriced(priced),
    lines: priced.lines.map((line) => ({ ...line, ...presentLine(line) })),
  });
}

/** Amounts as they leave through the API. */
export function presentPriced(priced: Priced) {
  return {
    treatment: priced.treatment,
    lines: priced.lines.map(presentLine),
    vatRows: priced.vatRows.map(presentVatRow),
    net: toMoneyOut(priced.net),
    vat: toMoneyOut(priced.vat),
    gross: toMoneyOut(priced.gross),
  };
}

function presentLine(line: PricedLine) {
  return {
    productCode: line.productCode,
    text: line.text,
    quantity: line.quantity,
    unit: toMoneyOut(line.unit),
    steps: line.steps.map(toPriceStepOut),
    net: toMoneyOut(line.net),
    vat: presentVat(line.vat),
    ...(line.period && { period: line.period }),
  };
}

function presentVat({ code, country, basisPoints }: LineVat) {
  return { code, basisPoints, ...(country !== undefined && { country }) };
}

function presentVatRow(row: VatRow) {
  return { ...presentVat(row), base: toMoneyOut(row.base), vat: toMoneyOut(row.vat) };
}
