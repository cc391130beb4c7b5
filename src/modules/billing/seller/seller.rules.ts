import { z } from 'zod';
import { saleCurrencies, type SaleCurrency } from '#kernel/money.ts';
import { isIban, isQrIban } from '../references/iban.rules.ts';

/** Where money in one currency is to be sent. With a QR-IBAN references are QRR, else RF (D23). */
export type SellerAccount = {
  readonly currency: SaleCurrency;
  readonly iban: string;
  readonly qrIban?: string | undefined;
  /** The first digits of QR references, where the bank prescribes them. */
  readonly referencePrefix?: string | undefined;
};

/** Who sells: stands on every document, frozen by its version. */
export type Seller = {
  readonly version: number;
  readonly name: string;
  readonly street: string;
  readonly number: string;
  readonly postcode: string;
  readonly town: string;
  readonly country: string;
  /** `CHE-123.456.789 MWST`. */
  readonly vatNumber: string;
  readonly mail: string;
  readonly website?: string | undefined;
  readonly accounts: readonly SellerAccount[];
};

const iban = z
  .string()
  .transform((text) => text.replaceAll(' ', '').toUpperCase())
  .refine(isIban, 'not an IBAN');

/** The operator's figures about themselves. */
export const sellerFigures = z.object({
  name: z.string().min(1).max(70),
  street: z.string().min(1).max(70),
  number: z.string().max(16),
  postcode: z.string().min(1).max(16),
  town: z.string().min(1).max(35),
  country: z.string().regex(/^[A-Z]{2}$/),
  vatNumber: z.string().min(4).max(40),
  mail: z.email(),
  website: z.string().max(200).optional(),
  accounts: z
    .array(
      z.object({
        currency: z.enum(saleCurrencies),
        iban: iban.refine((text) => !isQrIban(text), 'a QR-IBAN belongs under qrIban'),
        qrIban: iban.refine(isQrIban, 'not a QR-IBAN').optional(),
        referencePrefix: z
          .string()
          .regex(/^\d{0,6}$/)
          .optional(),
      }),
    )
    .min(1),
});
export type SellerFigures = z.input<typeof sellerFigures>;

/** The account that a customer pays to: the QR-IBAN where there is one. */
export const payTo = ({ iban: plain, qrIban }: SellerAccount): string => qrIban ?? plain;
