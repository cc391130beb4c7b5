import { defineLetter } from '#modules/messages/index.ts';

export const verifyAddress = defineLetter<{ link: string; hours: number }>(
  'identity.verify-address',
  {
    en: ({ link, hours }) => ({
      subject: 'Confirm your address to open your account',
      lines: [
        'Somebody, probably you, asked for an account with this address.',
        `Follow the link to choose your password. It works once, for ${hours} hours.`,
      ],
      action: { label: 'Confirm and choose a password', url: link },
      closing: ['If it was not you, do nothing: no account exists until the link is used.'],
    }),
    es: ({ link, hours }) => ({
      subject: 'Confirme su dirección para abrir su cuenta',
      lines: [
        'Alguien, probablemente usted, ha solicitado una cuenta con esta dirección.',
        `Siga el enlace para elegir su contraseña. Funciona una sola vez, durante ${hours} horas.`,
      ],
      action: { label: 'Confirmar y elegir contraseña', url: link },
      closing: [
        'Si no ha sido usted, no haga nada: no habrá ninguna cuenta hasta que se use el enlace.',
      ],
    }),
  },
);
