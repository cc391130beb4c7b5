import { defineLetter } from '#modules/messages/index.ts';

export const unlockLetter = defineLetter<{ link: string; minutes: number }>(
  'identity.unlock-link',
  {
    en: ({ link, minutes }) => ({
      subject: 'Let a browser in',
      lines: [
        'Your account is locked for browsers that we do not know. Somebody, probably you, asked for a link to let one in.',
        `Open it in the browser in which you want to sign in. It works once, for ${minutes} minutes, and you still need your password.`,
      ],
      action: { label: 'Let this browser in', url: link },
      closing: ['If it was not you, do nothing: the lock stays as it is.'],
    }),
    es: ({ link, minutes }) => ({
      subject: 'Deje entrar a un navegador',
      lines: [
        'Su cuenta está bloqueada para los navegadores que no conocemos. Alguien, probablemente usted, ha solicitado un enlace para dejar entrar a uno.',
        `Ábralo en el navegador en el que quiere iniciar sesión. Funciona una sola vez, durante ${minutes} minutos, y seguirá necesitando su contraseña.`,
      ],
      action: { label: 'Dejar entrar a este navegador', url: link },
      closing: ['Si no ha sido usted, no haga nada: el bloqueo sigue igual.'],
    }),
  },
);
