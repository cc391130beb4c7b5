import { defineLetter } from '#modules/messages/index.ts';
import type { Instant } from '#kernel/calendar.ts';
import type { MemberRole } from '#kernel/permission.ts';
import { en } from '../texts/en.ts';
import { es } from '../texts/es.ts';

type Facts = {
  readonly organization: string;
  readonly name: string;
  readonly role: MemberRole;
  readonly at: Instant;
  readonly link: string;
};

/** Confirms to somebody that they are in an organization no more. */
export const youLeft = defineLetter<Facts>('organizations.you-left', {
  en: ({ organization, at, link }, format) => ({
    subject: `You left ${organization}`,
    lines: [
      `You left the organization ${organization}. You cannot act in it any more, and its messages do not reach you.`,
      'Your account and your other organizations stay as they are.',
    ],
    facts: [['When', format.instant(at)]],
    action: { label: 'See your organizations', url: link },
    closing: [
      'To come back you need an invitation by one of its administrators.',
      'If it was not you, change your password at once and write to us.',
    ],
  }),
  es: ({ organization, at, link }, format) => ({
    subject: `Ha abandonado ${organization}`,
    lines: [
      `Ha abandonado la organización ${organization}. Ya no puede actuar en ella y sus mensajes no le llegan.`,
      'Su cuenta y sus demás organizaciones siguen como están.',
    ],
    facts: [['Cuándo', format.instant(at)]],
    action: { label: 'Ver sus organizaciones', url: link },
    closing: [
      'Para volver necesita una invitación de alguien que la administre.',
      'Si no ha sido usted, cambie su contraseña de inmediato y escríbanos.',
    ],
  }),
});

/** Tells the legal representatives that somebody left. */
export const memberLeft = defineLetter<Facts>('organizations.member-left', {
  en: ({ organization, name, role, at, link }, format) => ({
    subject: `${name} left ${organization}`,
    lines: [`${name} left the organization ${organization} and cannot act in it any more.`],
    facts: [
      ['Role until then', en.role[role]],
      ['When', format.instant(at)],
    ],
    action: { label: 'See the members', url: link },
    closing: ['Products, invoices and what was done in the organization stay as they are.'],
  }),
  es: ({ organization, name, role, at, link }, format) => ({
    subject: `${name} ha abandonado ${organization}`,
    lines: [`${name} ha abandonado la organización ${organization} y ya no puede actuar en ella.`],
    facts: [
      ['Función hasta ahora', es.role[role]],
      ['Cuándo', format.instant(at)],
    ],
    action: { label: 'Ver los miembros', url: link },
    closing: ['Los productos, las facturas y todo lo hecho en la organización se conservan.'],
  }),
});
