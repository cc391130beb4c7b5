import { defineLetter } from '#modules/messages/index.ts';
import { failureFacts, type FailureTold } from './failed-sign-in.letter.ts';

/** Somebody knows the password (LK-13). */
export const failedSecondStep = defineLetter<FailureTold>('identity.failed-second-step', {
  en: (told, format) => ({
    subject: 'Somebody knows your password',
    lines: [
      'Somebody entered your right password, and then failed at the second step. Nobody got in.',
    ],
    facts: failureFacts(told, format, 'en'),
    action: { label: 'Change my password', url: told.link },
    closing: [
      'If it was you, there is nothing to do.',
      'If it was not you, change your password now, and wherever else you use it.',
    ],
  }),
  es: (told, format) => ({
    subject: 'Alguien conoce su contraseña',
    lines: [
      'Alguien ha escrito correctamente su contraseña y después ha fallado en el segundo paso. No ha entrado nadie.',
    ],
    facts: failureFacts(told, format, 'es'),
    action: { label: 'Cambiar mi contraseña', url: told.link },
    closing: [
      'Si ha sido usted, no tiene que hacer nada.',
      'Si no ha sido usted, cambie su contraseña ahora, y también donde más la use.',
    ],
  }),
});
