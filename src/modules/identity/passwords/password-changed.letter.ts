import type { Instant } from '#kernel/calendar.ts';
import { defineLetter } from '#modules/messages/index.ts';

export const passwordChanged = defineLetter<{ at: Instant; link: string }>(
  'identity.password-changed',
  {
    en: ({ at, link }, format) => ({
      subject: 'Your password was changed',
      lines: [
        `The password of your account was changed on ${format.instant(at)}. All other devices were signed out.`,
      ],
      action: { label: 'It was not me: set a new password', url: link },
      closing: ['If that was you, there is nothing to do.'],
    }),
    es: ({ at, link }, format) => ({
      subject: 'Su contraseña ha cambiado',
      lines: [
        `La contraseña de su cuenta cambió el ${format.instant(at)}. Hemos cerrado la sesión en todos los demás dispositivos.`,
      ],
      action: { label: 'No he sido yo: crear una contraseña nueva', url: link },
      closing: ['Si ha sido usted, no tiene que hacer nada.'],
    }),
  },
);
