import { defineLetter } from '#modules/messages/index.ts';
import type { Instant } from '#kernel/calendar.ts';

type Facts = { readonly organization: string; readonly by: string; readonly at: Instant };

/** Tells somebody that they are no member any more, what is gone and what stays. */
export const memberRemoved = defineLetter<Facts>('organizations.member-removed', {
  en: ({ organization, by, at }, format) => ({
    subject: `You are not a member of ${organization} any more`,
    lines: [
      `${by} removed you from ${organization}. You see its products and bills no more, on any device.`,
    ],
    facts: [['When', format.instant(at)]],
    closing: [
      'Your account and your other organizations stay as they are.',
      'If this surprises you, ask whoever removed you; they can invite you again.',
    ],
  }),
  es: ({ organization, by, at }, format) => ({
    subject: `Ya no es miembro de ${organization}`,
    lines: [
      `${by} le ha retirado de ${organization}. Ya no ve sus productos ni sus facturas en ningún dispositivo.`,
    ],
    facts: [['Cuándo', format.instant(at)]],
    closing: [
      'Su cuenta y sus otras organizaciones siguen como están.',
      'Si no lo esperaba, pregunte a quien le retiró; puede invitarle de nuevo.',
    ],
  }),
});
