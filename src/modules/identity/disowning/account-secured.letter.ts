import type { Instant } from '#kernel/calendar.ts';
import { defineLetter } from '#modules/messages/index.ts';

type Facts = { device: string; since: Instant; ended: number; link: string };

/** What was done after “this was not me”, and what is left for the owner to do. */
export const accountSecured = defineLetter<Facts>('identity.account-secured', {
  en: ({ device, since, ended, link }, format) => ({
    subject: 'We secured your account',
    lines: [
      'You told us that a sign-in was not yours. That session and all later ones have ended, and your present password lets nobody in any more.',
    ],
    facts: [
      ['Device', device],
      ['Signed in', format.instant(since)],
      ['Sessions ended', String(ended)],
    ],
    action: { label: 'Set a new password', url: link },
    closing: [
      'Nothing of yours was deleted. Look through your activity for changes that you did not make.',
      'If you did not tell us this, somebody reads your mail: change the password of your mailbox too.',
    ],
  }),
  es: ({ device, since, ended, link }, format) => ({
    subject: 'Hemos protegido su cuenta',
    lines: [
      'Nos ha indicado que un inicio de sesión no era suyo. Esa sesión y todas las posteriores se han cerrado, y su contraseña actual ya no deja entrar a nadie.',
    ],
    facts: [
      ['Dispositivo', device],
      ['Inicio de sesión', format.instant(since)],
      ['Sesiones cerradas', String(ended)],
    ],
    action: { label: 'Crear una contraseña nueva', url: link },
    closing: [
      'No se ha eliminado nada suyo. Revise su actividad por si hay cambios que no haya hecho usted.',
      'Si no nos lo ha indicado usted, alguien lee su correo: cambie también la contraseña de su buzón.',
    ],
  }),
});
