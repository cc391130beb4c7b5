import type { Money } from '#kernel/money.ts';
import { defineLetter } from '#modules/messages/index.ts';
import { everywhere } from './spending.rules.ts';

type NearlySpent = {
  readonly place: string;
  readonly spent: Money;
  readonly most: Money;
  readonly link: string;
};

/** Most of what texts may cost today is used: somebody may want to know before people are refused. */
export const textsNearlySpent = defineLetter<NearlySpent>('identity.texts-nearly-spent', {
  en: ({ place, spent, most, link }, format) => ({
    subject: 'Most of the texts of today are used',
    lines: [
      'Four fifths of what codes by text may cost today are spent. When all of it is, no more leave until midnight, and people use their other methods.',
    ],
    facts: [
      ['Where', place === everywhere ? 'All countries' : nameIn('en', place)],
      ['Spent', format.money(spent)],
      ['At most', format.money(most)],
    ],
    action: { label: 'Look at texts', url: link },
    closing: ['If you expected fewer, look whether the codes come back.'],
  }),
  es: ({ place, spent, most, link }, format) => ({
    subject: 'Casi se han agotado los mensajes de hoy',
    lines: [
      'Se han gastado cuatro quintas partes de lo que pueden costar hoy los códigos por mensaje. Cuando se gaste todo, no saldrá ninguno más hasta medianoche y las personas usarán sus otros métodos.',
    ],
    facts: [
      ['Dónde', place === everywhere ? 'Todos los países' : nameIn('es', place)],
      ['Gastado', format.money(spent)],
      ['Como máximo', format.money(most)],
    ],
    action: { label: 'Ver los mensajes de texto', url: link },
    closing: ['Si esperaba menos, mire si los códigos vuelven.'],
  }),
});

const nameIn = (language: 'en' | 'es', country: string): string =>
  new Intl.DisplayNames(language, { type: 'region' }).of(country) ?? country;
