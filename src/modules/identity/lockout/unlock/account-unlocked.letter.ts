import type { Instant } from '#kernel/calendar.ts';
import { defineLetter } from '#modules/messages/index.ts';

type Facts = { by: string; on: string; reason: string; at: Instant };

export const accountUnlocked = defineLetter<Facts>('identity.account-unlocked', {
  en: ({ by, on, reason, at }, format) => ({
    subject: 'Your account is unlocked',
    lines: ['You can sign in from any browser again, with your password and second factor.'],
    facts: [
      ['By', `${by}, ${on}`],
      ['Reason', reason],
      ['When', format.instant(at)],
    ],
    closing: [
      'If you did not ask for it, write to that person: the wrong passwords may not have been yours.',
    ],
  }),
  es: ({ by, on, reason, at }, format) => ({
    subject: 'Su cuenta está desbloqueada',
    lines: [
      'Ya puede iniciar sesión desde cualquier navegador, con su contraseña y su segundo factor.',
    ],
    facts: [
      ['Por', `${by}, ${on}`],
      ['Motivo', reason],
      ['Cuándo', format.instant(at)],
    ],
    closing: [
      'Si no lo ha pedido usted, escriba a esa persona: quizá las contraseñas incorrectas no eran suyas.',
    ],
  }),
});
