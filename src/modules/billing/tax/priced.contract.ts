// What invoices, pro-formas and quotes say about their amounts, in one shape.
import { z } from 'zod';
import { language, translated } from '#kernel/language.ts';
import { moneyOut } from '#kernel/money.ts';
import { priceStepOut } from '#kernel/price-step.ts';
import { vatCodes, vatTreatments } from './vat.rules.ts';

/** A part of a bill that somebody pays for, with the steps that explain its price (B7). */
export const documentLineOut = z
  .object({
    productCode: z.string(),
    text: translated,
    quantity: z.number().int(),
    unit: moneyOut,
    steps: z.array(priceStepOut),
    net: moneyOut,
    vat: z.object({
      code: z.enum(vatCodes),
      country: z.string().optional(),
      basisPoints: z.number().int(),
    }),
    period: z.object({ from: z.iso.date(), to: z.iso.date() }).optional(),
  })
  .meta({ id: 'DocumentLine' });

export const vatRowOut = z
  .object({
    code: z.enum(vatCodes),
    country: z.string().optional(),
    basisPoints: z.number().int(),
    base: moneyOut,
    vat: moneyOut,
  })
  .meta({ id: 'VatRow', description: 'The tax of one rate, rounded once per document.' });

/** The amounts of a document, the same in preview, pro-forma and invoice (B8). */
export const pricedOut = z
  .object({
    treatment: z.enum(vatTreatments),
    lines: z.array(documentLineOut),
    vatRows: z.array(vatRowOut),
    net: moneyOut,
    vat: moneyOut,
    gross: moneyOut,
  })
  .meta({ id: 'Priced' });

export const buyerOut = z
  .object({
    name: z.string(),
    attention: z.string().optional(),
    street: z.string().optional(),
    number: z.string().optional(),
    postcode: z.string().optional(),
    town: z.string().optional(),
    country: z.string(),
    vatNumber: z.string().optional(),
  })
  .meta({ id: 'Buyer', description: 'To whom the document is made out, as it was then.' });

/** How to pay by transfer. */
export const paymentPartOut = z
  .object({
    account: z.string().meta({ description: 'The IBAN to pay to, without spaces.' }),
    payee: z.string(),
    amount: moneyOut,
    reference: z.string(),
    printedReference: z.string(),
    referenceType: z.enum(['QRR', 'SCOR']),
  })
  .meta({ id: 'PaymentPart' });

/** A download speaks the document's language, or the one that is asked for. */
export const downloadQuery = z.object({ language: language.optional() });
