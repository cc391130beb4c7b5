import { defineLetter } from '#modules/messages/index.ts';
import type { Instant } from '#kernel/calendar.ts';
import { placeIn } from '../members/role-words.ts';
import type { Place } from '../members/roles/role-change.rules.ts';

type Facts = {
  readonly organization: string;
  readonly by: string;
  readonly place: Place;
  readonly note: string | undefined;
  readonly until: Instant;
  readonly link: string;
};

/** Asks somebody to become a member. Its link is the only place where the token stands. */
export const invited = defineLetter<Facts>('organizations.invited', {
  en: ({ organization, by, place, note, until, link }, format) => ({
    subject: `${by} invites you to ${organization}`,
    lines: [`${by} would like you to be a member of ${organization}.`],
    facts: [
      ['As', placeIn('en', place)],
      ...(note === undefined ? [] : [[`${by} writes`, note] as const]),
      ['Until', format.instant(until)],
    ],
    action: { label: 'See the invitation', url: link },
    closing: [
      'It is for this address only. If you have no account yet, you open one with it; there is nothing to pay.',
      'If you do not know them, there is nothing to do, or decline on that page. Do not pass this mail on.',
    ],
  }),
  es: ({ organization, by, place, note, until, link }, format) => ({
    subject: `${by} le invita a ${organization}`,
    lines: [`${by} desea que usted sea miembro de ${organization}.`],
    facts: [
      ['Como', placeIn('es', place)],
      ...(note === undefined ? [] : [[`${by} escribe`, note] as const]),
      ['Hasta', format.instant(until)],
    ],
    action: { label: 'Ver la invitación', url: link },
    closing: [
      'Es solo para esta dirección. Si aún no tiene cuenta, la abre con ella; no hay nada que pagar.',
      'Si no conoce a quien le invita, no tiene que hacer nada, o puede rechazarla en esa página. No reenvíe este correo.',
    ],
  }),
});
