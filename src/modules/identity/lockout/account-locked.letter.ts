import { defineLetter } from '#modules/messages/index.ts';

type Facts = {
  tries: number;
  hours: number;
  minutes: number;
  /** For the login address alone. */
  link: string | undefined;
  again: string;
};

export const accountLocked = defineLetter<Facts>('identity.account-locked', {
  en: ({ tries, hours, minutes, link, again }) => ({
    subject: 'We locked unknown browsers out of your account',
    lines: [
      `Somebody tried a wrong password ${tries} times in a row. For the next ${hours} hours nobody can sign in from a browser that we do not know, not even with the right password.`,
      'Browsers in which you have signed in before still work: use one of them, and the lock is over.',
    ],
    action: link
      ? { label: 'Let this browser in', url: link }
      : { label: 'Ask for a link that lets a browser in', url: again },
    closing: [
      link
        ? `Only if it was you: open the link in the browser in which you want to sign in. It works once, for ${minutes} minutes, and you still need your password. A new link: ${again}`
        : 'Only if it was you: the link comes to the address with which you sign in, and you still need your password.',
      'An administrator of your organization can end the lock too.',
      'If it was not you, your account is safe as long as nobody else knows your password.',
    ],
  }),
  es: ({ tries, hours, minutes, link, again }) => ({
    subject: 'Hemos bloqueado el acceso desde navegadores desconocidos',
    lines: [
      `Alguien ha escrito una contraseña incorrecta ${tries} veces seguidas. Durante las próximas ${hours} horas nadie puede iniciar sesión desde un navegador que no conozcamos, ni siquiera con la contraseña correcta.`,
      'Los navegadores en los que ya ha iniciado sesión siguen funcionando: use uno de ellos y el bloqueo termina.',
    ],
    action: link
      ? { label: 'Dejar entrar a este navegador', url: link }
      : { label: 'Pedir un enlace que deje entrar a un navegador', url: again },
    closing: [
      link
        ? `Solo si ha sido usted: abra el enlace en el navegador en el que quiere iniciar sesión. Funciona una sola vez, durante ${minutes} minutos, y seguirá necesitando su contraseña. Otro enlace: ${again}`
        : 'Solo si ha sido usted: el enlace llega a la dirección con la que inicia sesión, y seguirá necesitando su contraseña.',
      'Un administrador de su organización también puede terminar el bloqueo.',
      'Si no ha sido usted, su cuenta está a salvo mientras nadie más conozca su contraseña.',
    ],
  }),
});
