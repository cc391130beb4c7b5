import type { Instant } from '#kernel/calendar.ts';
import { defineLetter } from '#modules/messages/index.ts';

type Facts = { device: string; at: Instant; link: string };

/** A token that was replaced came back: somebody may have copied it. */
export const tokenCopied = defineLetter<Facts>('identity.token-copied', {
  en: ({ device, at, link }, format) => ({
    subject: 'We signed out one of your devices, to be safe',
    lines: [
      'A browser showed a key of your session that we had replaced before. That happens when somebody copied it, and rarely when a connection broke at a bad moment. We ended that session.',
    ],
    facts: [
      ['Device', device],
      ['When', format.instant(at)],
    ],
    action: { label: 'See where you are signed in', url: link },
    closing: [
      'Nothing else has changed. Sign in again when you like.',
      'If you see a device that you do not know, end its session and change your password.',
    ],
  }),
  es: ({ device, at, link }, format) => ({
    subject: 'Hemos cerrado la sesión de uno de sus dispositivos por precaución',
    lines: [
      'Un navegador ha mostrado una clave de su sesión que ya habíamos sustituido. Ocurre cuando alguien la ha copiado y, pocas veces, cuando la conexión se corta en mal momento. Hemos cerrado esa sesión.',
    ],
    facts: [
      ['Dispositivo', device],
      ['Cuándo', format.instant(at)],
    ],
    action: { label: 'Ver dónde tiene la sesión iniciada', url: link },
    closing: [
      'No ha cambiado nada más. Vuelva a iniciar sesión cuando quiera.',
      'Si ve un dispositivo que no conoce, cierre su sesión y cambie su contraseña.',
    ],
  }),
});
