import { inLanguage, type Language, type Translated } from '#kernel/language.ts';
import { defineLetter } from '#modules/messages/index.ts';
import type { ProductRight } from '../../members/rights.rules.ts';

type Named = { readonly label: string; readonly productName: Translated };

export type RightsChanged = {
  readonly organization: string;
  readonly by: string;
  /** The team by which it reaches the reader; absent: granted to the reader. */
  readonly team?: string | undefined;
  readonly products: ToldProducts;
  readonly link: string;
};

/** All of them; or how many, the first of them by name. */
export type ToldProducts = 'all' | { readonly count: number; readonly named: readonly Named[] };

type Gained = RightsChanged & { readonly access: ProductRight | 'mixed' };

/** So many are named; the portal shows the others. */
export const mostNamed = 12;

const called = ({ label, productName }: Named, language: Language): string =>
  label === '' ? inLanguage(productName, language) : label;

function countedIn(products: ToldProducts, language: 'en' | 'es'): string {
  const one = { en: 'one product', es: 'un producto' };
  const all = { en: 'all products', es: 'todos los productos' };
  const many = { en: 'products', es: 'productos' };
  if (products === 'all') return all[language];
  return products.count === 1 ? one[language] : `${products.count} ${many[language]}`;
}

function listed(products: ToldProducts, language: 'en' | 'es'): string[] {
  if (products === 'all') return [];
  const names = products.named.slice(0, mostNamed).map((one) => `· ${called(one, language)}`);
  const more = products.count - names.length;
  const rest = { en: `· and ${more} more`, es: `· y ${more} más` };
  return more > 0 ? [...names, rest[language]] : names;
}

const end = (products: ToldProducts): string => (products === 'all' ? '.' : ':');

const may = {
  en: { see: 'see', manage: 'manage', mixed: 'see or manage' },
  es: { see: 'ver', manage: 'gestionar', mixed: 'ver o gestionar' },
} as const;

/** Tells somebody which products they can reach from now on, themselves or by a team. */
export const rightsGained = defineLetter<Gained>('organizations.rights-gained', {
  en: ({ organization, by, team, products, access, link }) => ({
    subject: `${organization}: you can ${may.en[access]} ${countedIn(products, 'en')}`,
    lines: [
      team === undefined
        ? `${by} allowed you to ${may.en[access]} ${countedIn(products, 'en')} of ${organization}${end(products)}`
        : `By the team ${team} you can ${may.en[access]} ${countedIn(products, 'en')} of ${organization}, as ${by} decided${end(products)}`,
      ...listed(products, 'en'),
    ],
    action: { label: 'See the products', url: link },
  }),
  es: ({ organization, by, team, products, access, link }) => ({
    subject: `${organization}: puede ${may.es[access]} ${countedIn(products, 'es')}`,
    lines: [
      team === undefined
        ? `${by} le permite ${may.es[access]} ${countedIn(products, 'es')} de ${organization}${end(products)}`
        : `Por el equipo ${team} puede ${may.es[access]} ${countedIn(products, 'es')} de ${organization}, según ha decidido ${by}${end(products)}`,
      ...listed(products, 'es'),
    ],
    action: { label: 'Ver los productos', url: link },
  }),
});

/** Tells somebody which products they do not reach any more, as far as this way led to them. */
export const rightsLost = defineLetter<RightsChanged>('organizations.rights-lost', {
  en: ({ organization, by, team, products, link }) => ({
    subject: `${organization}: access to ${countedIn(products, 'en')} ended`,
    lines: [
      team === undefined
        ? `${by} ended what was granted to you on ${countedIn(products, 'en')} of ${organization}${end(products)}`
        : `The team ${team} does not open ${countedIn(products, 'en')} of ${organization} to you any more, as ${by} decided${end(products)}`,
      ...listed(products, 'en'),
    ],
    action: { label: 'See what you can still reach', url: link },
    closing: ['What you may do by other teams or grants stays. Nothing happened to the products.'],
  }),
  es: ({ organization, by, team, products, link }) => ({
    subject: `${organization}: fin del acceso a ${countedIn(products, 'es')}`,
    lines: [
      team === undefined
        ? `${by} ha retirado lo que tenía concedido sobre ${countedIn(products, 'es')} de ${organization}${end(products)}`
        : `El equipo ${team} ya no le da acceso a ${countedIn(products, 'es')} de ${organization}, según ha decidido ${by}${end(products)}`,
      ...listed(products, 'es'),
    ],
    action: { label: 'Ver a qué puede acceder', url: link },
    closing: [
      'Conserva lo que pueda hacer por otros equipos o concesiones. Los productos siguen igual.',
    ],
  }),
});
