import type { Instant } from '#kernel/calendar.ts';
import { defineLetter } from '#modules/messages/index.ts';
import type { FactorType } from '../factor.rules.ts';
import { factorNames } from '../factor-changed.letter.ts';

type Facts = {
  readonly type: FactorType;
  readonly label: string;
  readonly dueAt: Instant;
  readonly link: string;
  readonly recover: string;
};

/** The last second factor will go in a day; the link in it calls that off (3.14). */
export const removalWaits = defineLetter<Facts>('identity.factor-removal-waits', {
  en: ({ type, label, dueAt, link, recover }, format) => ({
    subject: 'Your last second factor will be removed in 24 hours',
    lines: [
      'Somebody signed in to your account asked to remove it. Until then it works as before, and you can call the removal off.',
    ],
    facts: [
      ['What', `${factorNames.en[type]}: ${label}`],
      ['Removed on', format.instant(dueAt)],
    ],
    action: { label: 'Keep this method', url: link },
    closing: [
      'If that was you, there is nothing to do: after that moment your password alone opens your account, and all devices are signed out.',
      `If it was not you, keep the method and then set a new password: ${recover}`,
    ],
  }),
  es: ({ type, label, dueAt, link, recover }, format) => ({
    subject: 'Su último segundo factor se quitará dentro de 24 horas',
    lines: [
      'Alguien que había entrado en su cuenta ha pedido quitarlo. Hasta entonces funciona como antes y usted puede anularlo.',
    ],
    facts: [
      ['Qué', `${factorNames.es[type]}: ${label}`],
      ['Se quitará', format.instant(dueAt)],
    ],
    action: { label: 'Conservar este método', url: link },
    closing: [
      'Si ha sido usted, no tiene que hacer nada: a partir de ese momento bastará la contraseña para entrar, y se cerrarán las sesiones de todos los dispositivos.',
      `Si no ha sido usted, conserve el método y después cree una contraseña nueva: ${recover}`,
    ],
  }),
});
