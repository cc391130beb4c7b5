import { defineLetter } from '#modules/messages/index.ts';

type Facts = {
  /** Masked. */
  readonly sentTo: string;
  readonly minutes: number;
  /** Where the recovery address is changed or removed. */
  readonly link: string;
};

export const resetElsewhere = defineLetter<Facts>('identity.reset-elsewhere', {
  en: ({ sentTo, minutes, link }) => ({
    subject: 'A link for a new password went to another address of yours',
    lines: [
      `Somebody, probably you, asked for a new password for your account. We sent the link to ${sentTo}; it works once, for ${minutes} minutes.`,
    ],
    action: { label: 'See my addresses', url: link },
    closing: [
      'If it was not you, do nothing: your password stays as it is, and a second factor is still asked for.',
      'If that mailbox is not yours any more, sign in and take it off your account.',
    ],
  }),
  es: ({ sentTo, minutes, link }) => ({
    subject: 'Hemos enviado un enlace para una contraseña nueva a otra dirección suya',
    lines: [
      `Alguien, probablemente usted, ha solicitado una contraseña nueva para su cuenta. Hemos enviado el enlace a ${sentTo}; funciona una sola vez, durante ${minutes} minutos.`,
    ],
    action: { label: 'Ver mis direcciones', url: link },
    closing: [
      'Si no ha sido usted, no haga nada: su contraseña sigue siendo la misma y se sigue pidiendo el segundo factor.',
      'Si ese buzón ya no es suyo, inicie sesión y quítelo de su cuenta.',
    ],
  }),
});
