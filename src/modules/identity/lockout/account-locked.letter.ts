import { defineLetter } from '#modules/messages/index.ts';

export const accountLocked = defineLetter<{ tries: number; hours: number; link: string }>(
  'identity.account-locked',
  {
    en: ({ tries, hours, link }) => ({
      subject: 'We locked unknown browsers out of your account',
      lines: [
        `Somebody tried a wrong password ${tries} times in a row. For the next ${hours} hours nobody can sign in from a browser that we do not know, not even with the right password.`,
        'Browsers in which you have signed in before still work: use one of them, and the lock is over.',
      ],
      action: { label: 'Set a new password', url: link },
      closing: [
        'If it was you: setting a new password also makes that browser known, so that you can sign in there.',
        'If it was not you, your account is safe as long as nobody else knows your password.',
      ],
    }),
    es: ({ tries, hours, link }) => ({
      subject: 'Hemos bloqueado el acceso desde navegadores desconocidos',
      lines: [
        `Alguien ha escrito una contraseña incorrecta ${tries} veces seguidas. Durante las próximas ${hours} horas nadie puede iniciar sesión desde un navegador que no conozcamos, ni siquiera con la contraseña correcta.`,
        'Los navegadores en los que ya ha iniciado sesión siguen funcionando: use uno de ellos y el bloqueo termina.',
      ],
      action: { label: 'Crear una contraseña nueva', url: link },
      closing: [
        'Si ha sido usted: al crear una contraseña nueva, ese navegador pasa a ser conocido y puede iniciar sesión en él.',
        'Si no ha sido usted, su cuenta está a salvo mientras nadie más conozca su contraseña.',
      ],
    }),
  },
);
