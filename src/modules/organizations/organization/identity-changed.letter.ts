import { defineLetter } from '#modules/messages/index.ts';
import type { Instant } from '#kernel/calendar.ts';
import type { IdentityPart } from './organization.rules.ts';

type Facts = {
  readonly organization: string;
  readonly parts: readonly IdentityPart[];
  readonly by: string;
  readonly at: Instant;
  readonly link: string;
};

const english: Readonly<Record<IdentityPart, string>> = {
  kind: 'type',
  name: 'name',
  address: 'address',
  country: 'country',
  vatNumber: 'VAT number',
  language: 'language',
};

const spanish: Readonly<Record<IdentityPart, string>> = {
  kind: 'tipo',
  name: 'nombre',
  address: 'dirección',
  country: 'país',
  vatNumber: 'número de IVA',
  language: 'idioma',
};

/** Tells the legal representatives that the identity data of their organization changed. */
export const identityChanged = defineLetter<Facts>('organizations.identity-changed', {
  en: ({ organization, parts, by, at, link }, format) => ({
    subject: `The data of ${organization} changed`,
    lines: [`${by} changed the identity data of ${organization}.`],
    facts: [
      ['Changed', parts.map((part) => english[part]).join(', ')],
      ['When', format.instant(at)],
    ],
    action: { label: 'See the organization', url: link },
    closing: ['If this surprises you, sign in, look at the activity log and change it back.'],
  }),
  es: ({ organization, parts, by, at, link }, format) => ({
    subject: `Han cambiado los datos de ${organization}`,
    lines: [`${by} ha cambiado los datos de identidad de ${organization}.`],
    facts: [
      ['Cambios', parts.map((part) => spanish[part]).join(', ')],
      ['Cuándo', format.instant(at)],
    ],
    action: { label: 'Ver la organización', url: link },
    closing: ['Si no lo esperaba, inicie sesión, consulte el registro de actividad y corríjalo.'],
  }),
});
