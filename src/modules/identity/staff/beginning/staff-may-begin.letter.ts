import type { Instant } from '#kernel/calendar.ts';
import { defineLetter } from '#modules/messages/index.ts';

type Facts = {
  /** Who opened the way. */
  readonly by: string;
  /** Methods that ended with it. */
  readonly ended: number;
  readonly until: Instant;
  readonly link: string;
};

/** One of the staff may set up the first method; the code for it does not travel by mail. */
export const staffMayBegin = defineLetter<Facts>('identity.staff-may-begin', {
  en: ({ by, ended, until, link }, format) => ({
    subject: 'Set up what you sign in with',
    lines: [
      `${by} opened the way to your staff account. Sign in with your password and set up your passkey with the code that they give you in person or by phone.`,
      ...(ended > 0
        ? ['What you signed in with before ended, and you were signed out everywhere.']
        : []),
    ],
    facts: [
      ['Until', format.instant(until)],
      ['Methods ended', String(ended)],
    ],
    action: { label: 'Sign in', url: link },
    closing: ['You did not ask for this? Tell an administrator at once, and give nobody the code.'],
  }),
  es: ({ by, ended, until, link }, format) => ({
    subject: 'Configure con qué inicia sesión',
    lines: [
      `${by} ha abierto el acceso a su cuenta de personal. Inicie sesión con su contraseña y configure su llave de acceso con el código que le den en persona o por teléfono.`,
      ...(ended > 0
        ? ['Los métodos que usaba antes han terminado y se han cerrado todas sus sesiones.']
        : []),
    ],
    facts: [
      ['Hasta', format.instant(until)],
      ['Métodos terminados', String(ended)],
    ],
    action: { label: 'Iniciar sesión', url: link },
    closing: [
      '¿No lo ha pedido usted? Avise enseguida a un administrador y no dé el código a nadie.',
    ],
  }),
});
