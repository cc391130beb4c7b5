import { defineLetter } from '#modules/messages/index.ts';

type Facts = { ended: number; reason: string; brand: string };

export const sessionsEnded = defineLetter<Facts>('identity.sessions-ended-by-staff', {
  en: ({ ended, reason, brand }) => ({
    subject: 'You were signed out everywhere',
    lines: [`${brand} has ended the sessions of your account on all devices.`],
    facts: [
      ['Sessions ended', String(ended)],
      ['Reason', reason],
    ],
    closing: ['Nothing else has changed: sign in again when you like.'],
  }),
  es: ({ ended, reason, brand }) => ({
    subject: 'Se han cerrado todas sus sesiones',
    lines: [`${brand} ha cerrado las sesiones de su cuenta en todos los dispositivos.`],
    facts: [
      ['Sesiones cerradas', String(ended)],
      ['Motivo', reason],
    ],
    closing: ['No ha cambiado nada más: inicie sesión de nuevo cuando quiera.'],
  }),
});
