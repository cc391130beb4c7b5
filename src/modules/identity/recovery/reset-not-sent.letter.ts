import type { Instant } from '#kernel/calendar.ts';
import { defineLetter } from '#modules/messages/index.ts';

type Facts = {
  /** From when on the recovery address counts; undefined: there is none. */
  readonly countsAt: Instant | undefined;
  readonly link: string;
};

export const resetNotSent = defineLetter<Facts>('identity.reset-not-sent', {
  en: ({ countsAt, link }, format) => ({
    subject: 'No link went to your recovery address',
    lines: [
      'Somebody, probably you, asked us to send a link for a new password to your recovery address.',
      countsAt
        ? `Your recovery address is new and counts from ${format.instant(countsAt)}, so we sent nothing there.`
        : 'Your account has no recovery address, so we sent nothing.',
    ],
    action: { label: 'Ask for a link to this address', url: link },
    closing: ['If it was not you, do nothing: your password stays as it is.'],
  }),
  es: ({ countsAt, link }, format) => ({
    subject: 'No se ha enviado ningún enlace a su dirección de recuperación',
    lines: [
      'Alguien, probablemente usted, ha pedido que enviemos un enlace para una contraseña nueva a su dirección de recuperación.',
      countsAt
        ? `Su dirección de recuperación es nueva y vale a partir del ${format.instant(countsAt)}; por eso no hemos enviado nada allí.`
        : 'Su cuenta no tiene dirección de recuperación; por eso no hemos enviado nada.',
    ],
    action: { label: 'Pedir un enlace a esta dirección', url: link },
    closing: ['Si no ha sido usted, no haga nada: su contraseña sigue siendo la misma.'],
  }),
});
