import { z } from 'zod';
import type { Instant } from '#kernel/calendar.ts';
import type { OrganizationId, UserId } from '#kernel/ids.ts';
import type { Language } from '#kernel/language.ts';
import type { SaleCurrency } from '#kernel/money.ts';
import { currencyOf, isCountry } from './currency/country.rules.ts';
import { phoneOf } from './phone.rules.ts';
import { vatNumberOf } from './vat/vat-number.rules.ts';

export const organizationKinds = ['person', 'company'] as const;
export type OrganizationKind = (typeof organizationKinds)[number];

export const vatChecks = ['valid', 'invalid', 'unknown'] as const;
/** What the official register said about a VAT number; unknown until it was asked (D24). */
export type VatCheck = (typeof vatChecks)[number];

export type PostalAddress = {
  readonly street: string;
  readonly number: string;
  readonly postcode: string;
  readonly town: string;
};

/** Who owns products and owes money. */
export type Organization = {
  readonly organizationId: OrganizationId;
  readonly customerNumber: string;
  readonly kind: OrganizationKind;
  readonly name: string;
  readonly address: PostalAddress | undefined;
  readonly country: string;
  readonly currency: SaleCurrency;
  readonly vatNumber: string | undefined;
  readonly vatCheck: VatCheck | undefined;
  /** E.164. */
  readonly phone: string | undefined;
  readonly onAccount: boolean;
  readonly language: Language;
  readonly createdAt: Instant;
  readonly createdBy: UserId;
  /** Nobody acts in it any more; its books stay. */
  readonly deletedAt: Instant | undefined;
};

/** What an organization is created with. */
export type NewOrganization = {
  readonly kind: OrganizationKind;
  readonly name: string;
  readonly country: string;
  readonly language: Language;
  readonly address?: PostalAddress | undefined;
  readonly vatNumber?: string | undefined;
  readonly phone?: string | undefined;
  /** Who becomes its legal representative (R23). */
  readonly by: { readonly userId: UserId; readonly name: string };
};

/** The part of an organization that only a legal representative changes (D1). */
export type Identity = Pick<
  Organization,
  | 'kind'
  | 'name'
  | 'address'
  | 'country'
  | 'vatNumber'
  | 'vatCheck'
  | 'phone'
  | 'currency'
  | 'language'
>;

export type IdentityChange = {
  readonly kind?: OrganizationKind | undefined;
  readonly name?: string | undefined;
  readonly address?: PostalAddress | null | undefined;
  readonly country?: string | undefined;
  readonly vatNumber?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly language?: Language | undefined;
};

export const identityParts = [
  'kind',
  'name',
  'address',
  'country',
  'vatNumber',
  'phone',
  'language',
] as const;
export type IdentityPart = (typeof identityParts)[number];

export type Changed =
  | { readonly kind: 'wrong-vat-number' | 'wrong-phone'; readonly country: string }
  | {
      readonly kind: 'changed';
      readonly identity: Identity;
      readonly parts: readonly IdentityPart[];
    };

/**
 * Identity data after a change, and which parts of it are new. Currency follows the country; a VAT
 * number belongs to a country and is to be checked again when either changes (D24).
 */
export function changeIdentity(before: Identity, change: IdentityChange): Changed {
  const country = change.country ?? before.country;
  const text = change.vatNumber === undefined ? before.vatNumber : (change.vatNumber ?? undefined);
  const vatNumber = text === undefined ? undefined : vatNumberOf(text, country);
  if (text !== undefined && vatNumber === undefined) return { kind: 'wrong-vat-number', country };
  const phone = change.phone ? phoneOf(change.phone, country) : undefined;
  if (change.phone && phone === undefined) return { kind: 'wrong-phone', country };

  const isSameNumber = vatNumber === before.vatNumber && country === before.country;
  const identity: Identity = {
    kind: change.kind ?? before.kind,
    name: change.name ?? before.name,
    address: change.address === undefined ? before.address : (change.address ?? undefined),
    country,
    currency: currencyOf(country),
    vatNumber,
    vatCheck: vatNumber === undefined ? undefined : isSameNumber ? before.vatCheck : 'unknown',
    phone: change.phone === undefined ? before.phone : phone,
    language: change.language ?? before.language,
  };
  const isNew = (part: IdentityPart) =>
    JSON.stringify(identity[part]) !== JSON.stringify(before[part]);
  return { kind: 'changed', identity, parts: identityParts.filter(isNew) };
}

/** The identity that an organization begins with. */
export function firstIdentity(wanted: NewOrganization): Changed {
  const { kind, name, country, language, address, vatNumber, phone } = wanted;
  const nothing = { address: undefined, vatNumber: undefined, vatCheck: undefined } as const;
  return changeIdentity(
    { kind, name, country, language, currency: currencyOf(country), phone: undefined, ...nothing },
    { address, vatNumber, phone },
  );
}

const text = (max: number) =>
  z
    .string()
    .transform((given) => given.normalize('NFC').trim().replaceAll(/\s+/g, ' '))
    .pipe(
      z
        .string()
        .min(1)
        .max(max)
        .regex(/^[^\p{Cc}\p{Bidi_Control}<>]+$/u),
    );

/** Texts of identity data, as contracts accept them. The limits are those of a QR-bill. */
export const identityFields = {
  kind: z.enum(organizationKinds),
  name: text(70),
  country: z.string().refine(isCountry, 'not a country'),
  vatNumber: z.string().max(30),
  phone: z.string().max(40),
  address: z.strictObject({
    street: text(70),
    number: text(16),
    postcode: text(16),
    town: text(35),
  }),
};
