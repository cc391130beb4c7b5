import { defineLetter } from '#modules/messages/index.ts';
import type { Instant } from '#kernel/calendar.ts';

type Facts = {
  readonly organization: string;
  readonly customerNumber: string;
  readonly by: string;
  readonly at: Instant;
};

/** Tells the last legal representative that the organization is gone, and what stays of it. */
export const organizationDeleted = defineLetter<Facts>('organizations.organization-deleted', {
  en: ({ organization, customerNumber, by, at }, format) => ({
    subject: `${organization} was deleted`,
    lines: [`${by} deleted the organization ${organization}. Nobody can act in it any more.`],
    facts: [
      ['Customer number', customerNumber],
      ['When', format.instant(at)],
    ],
    closing: [
      'Its invoices are kept for as long as the law wants. Give us the customer number if you need a copy.',
      'If this surprises you, write to us at once.',
    ],
  }),
  es: ({ organization, customerNumber, by, at }, format) => ({
    subject: `${organization} se ha eliminado`,
    lines: [`${by} ha eliminado la organización ${organization}. Ya nadie puede actuar en ella.`],
    facts: [
      ['Número de cliente', customerNumber],
      ['Cuándo', format.instant(at)],
    ],
    closing: [
      'Sus facturas se conservan el tiempo que exige la ley. Indíquenos el número de cliente si necesita una copia.',
      'Si no lo esperaba, escríbanos de inmediato.',
    ],
  }),
});
