import { defineLetter } from '#modules/messages/index.ts';
import type { Instant } from '#kernel/calendar.ts';
import { placeIn } from '../../members/role-words.ts';
import type { Place } from '../../members/roles/role-change.rules.ts';

type Facts = {
  readonly organization: string;
  readonly address: string;
  readonly place: Place;
  readonly at: Instant;
  readonly link: string;
};

/** Tells who invited somebody that they are a member now. */
export const invitationAccepted = defineLetter<Facts>('organizations.invitation-accepted', {
  en: ({ organization, address, place, at, link }, format) => ({
    subject: `${address} accepted your invitation`,
    lines: [`You invited ${address} to ${organization}. They accepted and are a member now.`],
    facts: [
      ['As', placeIn('en', place)],
      ['When', format.instant(at)],
    ],
    action: { label: 'See the members', url: link },
  }),
  es: ({ organization, address, place, at, link }, format) => ({
    subject: `${address} ha aceptado su invitación`,
    lines: [`Usted invitó a ${address} a ${organization}. La invitación ha sido aceptada.`],
    facts: [
      ['Como', placeIn('es', place)],
      ['Cuándo', format.instant(at)],
    ],
    action: { label: 'Ver los miembros', url: link },
  }),
});

/** Tells who invited somebody that they do not want to. */
export const invitationDeclined = defineLetter<Facts>('organizations.invitation-declined', {
  en: ({ organization, address, at, link }, format) => ({
    subject: `${address} declined your invitation`,
    lines: [
      `You invited ${address} to ${organization}. They declined; nobody was added and the link is dead.`,
    ],
    facts: [['When', format.instant(at)]],
    action: { label: 'See the members', url: link },
  }),
  es: ({ organization, address, at, link }, format) => ({
    subject: `${address} ha rechazado su invitación`,
    lines: [
      `Usted invitó a ${address} a ${organization}. La invitación ha sido rechazada: nadie se añadió y el enlace ya no sirve.`,
    ],
    facts: [['Cuándo', format.instant(at)]],
    action: { label: 'Ver los miembros', url: link },
  }),
});
