import { z } from 'zod';
import { idOf, type Id } from '#kernel/ids.ts';

export type AddressId = Id<'adr'>;
export const addressId = idOf('adr');

/** Where a document goes. Only structured addresses, as the Swiss QR-bill wants them (2.4). */
export type PostalAddress = {
  readonly name: string;
  /** For whom inside, e.g. a department. */
  readonly attention?: string | undefined;
  readonly street?: string | undefined;
  readonly number?: string | undefined;
  readonly postcode?: string | undefined;
  readonly town?: string | undefined;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
};

/** What a document keeps of its buyer, for ever. */
export type Buyer = PostalAddress & { readonly vatNumber?: string | undefined };

/** How the store keeps a buyer. */
export const storedBuyer = z.object({
  name: z.string(),
  attention: z.string().optional(),
  street: z.string().optional(),
  number: z.string().optional(),
  postcode: z.string().optional(),
  town: z.string().optional(),
  country: z.string(),
  vatNumber: z.string().optional(),
});

/** An address that a Swiss QR-bill can carry. */
export type FullAddress = PostalAddress & {
  readonly street: string;
  readonly number: string;
  readonly postcode: string;
  readonly town: string;
};

/** A further address of an organization, which documents can be made out to (R47). */
export type BillingAddress = FullAddress & {
  readonly addressId: AddressId;
  readonly isDefault: boolean;
};
