import { defineLetter } from '#modules/messages/index.ts';
import type { Instant } from '#kernel/calendar.ts';
import type { Language } from '#kernel/language.ts';
import type { Identity, IdentityPart } from './organization.rules.ts';
import { readablePhone } from './phone.rules.ts';

type Facts = {
  readonly organization: string;
  readonly identity: Identity;
  readonly parts: readonly IdentityPart[];
  readonly by: string;
  readonly at: Instant;
  readonly link: string;
};

type Words = {
  readonly language: Language;
  readonly labels: Readonly<Record<IdentityPart | 'currency', string>>;
  readonly kinds: Readonly<Record<Identity['kind'], string>>;
  readonly removed: string;
};

const english: Words = {
  language: 'en',
  labels: {
    kind: 'Type',
    name: 'Name',
    address: 'Address',
    country: 'Country',
    currency: 'Currency from now on',
    vatNumber: 'VAT number',
    phone: 'Phone',
    language: 'Language of documents',
  },
  kinds: { person: 'Private person', company: 'Company or association' },
  removed: 'removed',
};

const spanish: Words = {
  language: 'es',
  labels: {
    kind: 'Tipo',
    name: 'Nombre',
    address: 'Dirección',
    country: 'País',
    currency: 'Moneda a partir de ahora',
    vatNumber: 'Número de IVA',
    phone: 'Teléfono',
    language: 'Idioma de los documentos',
  },
  kinds: { person: 'Persona privada', company: 'Empresa o asociación' },
  removed: 'eliminado',
};

/** What each changed part is now, a row each; a new country says what it does to prices. */
function summaryOf({ identity, parts }: Facts, words: Words): [string, string][] {
  return parts.flatMap((part): [string, string][] => {
    const now: [string, string] = [
      words.labels[part],
      valueOf(identity, part, words) ?? words.removed,
    ];
    return part === 'country' ? [now, [words.labels.currency, identity.currency]] : [now];
  });
}

function valueOf(identity: Identity, part: IdentityPart, words: Words): string | undefined {
  const named = (type: 'region' | 'language', code: string) =>
    new Intl.DisplayNames(words.language, { type }).of(code) ?? code;
  const { address, phone } = identity;
  if (part === 'kind') return words.kinds[identity.kind];
  if (part === 'country') return named('region', identity.country);
  if (part === 'language') return named('language', identity.language);
  if (part === 'phone') return phone && readablePhone(phone);
  if (part !== 'address') return identity[part];
  return address && `${address.street} ${address.number}, ${address.postcode} ${address.town}`;
}

/** Tells the legal representatives that the identity data of their organization changed. */
export const identityChanged = defineLetter<Facts>('organizations.identity-changed', {
  en: (facts, format) => ({
    subject: `The data of ${facts.organization} changed`,
    lines: [`${facts.by} changed the identity data of ${facts.organization}. It is now:`],
    facts: [...summaryOf(facts, english), ['When', format.instant(facts.at)]],
    action: { label: 'See the organization', url: facts.link },
    closing: ['If this surprises you, sign in, look at the activity log and change it back.'],
  }),
  es: (facts, format) => ({
    subject: `Han cambiado los datos de ${facts.organization}`,
    lines: [`${facts.by} ha cambiado los datos de identidad de ${facts.organization}. Ahora son:`],
    facts: [...summaryOf(facts, spanish), ['Cuándo', format.instant(facts.at)]],
    action: { label: 'Ver la organización', url: facts.link },
    closing: ['Si no lo esperaba, inicie sesión, consulte el registro de actividad y corríjalo.'],
  }),
});
