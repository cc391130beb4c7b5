import { defineLetter } from '#modules/messages/index.ts';
import type { Instant } from '#kernel/calendar.ts';
import { placeIn } from '../role-words.ts';
import type { Place } from './role-change.rules.ts';

type Facts = {
  readonly organization: string;
  readonly from: Place;
  readonly to: Place;
  readonly by: string;
  readonly at: Instant;
  readonly link: string;
};

/** Tells a member that they may do more, or less, from now on (D4). */
export const placeChanged = defineLetter<Facts>('organizations.place-changed', {
  en: ({ organization, from, to, by, at, link }, format) => ({
    subject: `Your role in ${organization} changed`,
    lines: [`${by} changed what you are in ${organization}. It counts from now on.`],
    facts: [
      ['Before', placeIn('en', from)],
      ['Now', placeIn('en', to)],
      ['When', format.instant(at)],
    ],
    action: { label: 'See the organization', url: link },
    closing: ['If this surprises you, ask whoever changed it.'],
  }),
  es: ({ organization, from, to, by, at, link }, format) => ({
    subject: `Ha cambiado su función en ${organization}`,
    lines: [`${by} ha cambiado lo que usted es en ${organization}. Vale desde ahora.`],
    facts: [
      ['Antes', placeIn('es', from)],
      ['Ahora', placeIn('es', to)],
      ['Cuándo', format.instant(at)],
    ],
    action: { label: 'Ver la organización', url: link },
    closing: ['Si no lo esperaba, pregunte a quien lo cambió.'],
  }),
});
