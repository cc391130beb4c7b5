import { defineLetter } from '#modules/messages/index.ts';
import type { Day } from '#kernel/calendar.ts';
import { methodWords } from './policy-changed.letter.ts';
import type { FactorMethod } from '../factor-method.rules.ts';

type Facts = {
  readonly organization: string;
  readonly from: Day;
  readonly stopsOn: Day;
  readonly methods: readonly FactorMethod[];
  readonly link: string;
};

/** Reminds somebody without a second factor of the day from which one is required. */
export const policyReminder = defineLetter<Facts>('organizations.policy-reminder', {
  en: ({ organization, from, stopsOn, methods, link }, format) => ({
    subject: `${organization} requires a second factor from ${format.day(from)}`,
    lines: [
      `You are a member of ${organization} and have no second factor yet. Without one you cannot work in ${organization} from ${format.day(stopsOn)}.`,
    ],
    facts: [
      ['Required from', format.day(from)],
      ['What counts', methods.map((method) => methodWords.en[method]).join(', ')],
    ],
    action: { label: 'Set up a second factor', url: link },
    closing: ['It takes two minutes. Your own account stays open to you in any case.'],
  }),
  es: ({ organization, from, stopsOn, methods, link }, format) => ({
    subject: `${organization} exige un segundo factor a partir del ${format.day(from)}`,
    lines: [
      `Usted es miembro de ${organization} y aún no tiene un segundo factor. Sin él no podrá trabajar en ${organization} a partir del ${format.day(stopsOn)}.`,
    ],
    facts: [
      ['Obligatorio a partir del', format.day(from)],
      ['Qué sirve', methods.map((method) => methodWords.es[method]).join(', ')],
    ],
    action: { label: 'Configurar un segundo factor', url: link },
    closing: ['Se hace en dos minutos. Su propia cuenta sigue abierta para usted en todo caso.'],
  }),
});
