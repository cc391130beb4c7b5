import { defineLetter } from '#modules/messages/index.ts';

export const tooManySessions = defineLetter<{ device: string; limit: number }>(
  'identity.too-many-sessions',
  {
    en: ({ device, limit }) => ({
      subject: 'One of your devices was signed out',
      lines: [
        `Your account can be signed in on ${limit} devices at once. You have just signed in on one more, so we signed out the one that was not used for the longest time: ${device}.`,
        'Nothing else has changed. You can sign in there again at any time.',
      ],
      closing: ['You see all devices under My account, Account access.'],
    }),
    es: ({ device, limit }) => ({
      subject: 'Hemos cerrado la sesión en uno de sus dispositivos',
      lines: [
        `Su cuenta puede tener la sesión iniciada en ${limit} dispositivos a la vez. Acaba de iniciarla en uno más, por lo que la hemos cerrado en el que llevaba más tiempo sin usarse: ${device}.`,
        'No ha cambiado nada más. Puede volver a iniciar sesión en él cuando quiera.',
      ],
      closing: ['En Mi cuenta, Accesos a la cuenta, puede ver todos sus dispositivos.'],
    }),
  },
);
