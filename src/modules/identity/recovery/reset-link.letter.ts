import { defineLetter } from '#modules/messages/index.ts';

export const resetLink = defineLetter<{ link: string; minutes: number }>('identity.reset-link', {
  en: ({ link, minutes }) => ({
    subject: 'Set a new password',
    lines: [
      'Somebody, probably you, asked for a new password for your account.',
      `Follow the link to choose one. It works once, for ${minutes} minutes.`,
    ],
    action: { label: 'Choose a new password', url: link },
    closing: ['If it was not you, do nothing: your password stays as it is.'],
  }),
  es: ({ link, minutes }) => ({
    subject: 'Cree una contraseña nueva',
    lines: [
      'Alguien, probablemente usted, ha solicitado una contraseña nueva para su cuenta.',
      `Siga el enlace para elegirla. Funciona una sola vez, durante ${minutes} minutos.`,
    ],
    action: { label: 'Elegir una contraseña nueva', url: link },
    closing: ['Si no ha sido usted, no haga nada: su contraseña sigue siendo la misma.'],
  }),
});
