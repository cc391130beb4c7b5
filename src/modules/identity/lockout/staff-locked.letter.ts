import { defineLetter } from '#modules/messages/index.ts';

export const staffLocked = defineLetter<{ tries: number; hours: number }>('identity.staff-locked', {
  en: ({ tries, hours }) => ({
    subject: 'We locked unknown browsers out of your staff account',
    lines: [
      `Somebody tried a wrong password ${tries} times in a row. For the next ${hours} hours nobody can sign in to your account from a browser that we do not know.`,
    ],
    closing: ['Browsers in which you have signed in before still work. Tell an administrator.'],
  }),
  es: ({ tries, hours }) => ({
    subject: 'Hemos bloqueado su cuenta de personal para navegadores desconocidos',
    lines: [
      `Alguien ha escrito una contraseña incorrecta ${tries} veces seguidas. Durante las próximas ${hours} horas nadie puede entrar en su cuenta desde un navegador que no conozcamos.`,
    ],
    closing: [
      'Los navegadores en los que ya ha iniciado sesión siguen funcionando. Avise a un administrador.',
    ],
  }),
});
