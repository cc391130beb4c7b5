import { defineLetter } from '#modules/messages/index.ts';

type Facts = { readonly organization: string; readonly by: string; readonly link: string };

/** Asks a member to add a second factor to their account. */
export const secondFactorReminder = defineLetter<Facts>('organizations.second-factor-reminder', {
  en: ({ organization, by, link }) => ({
    subject: `Please protect your account in ${organization}`,
    lines: [
      `${by} asks you to add a second factor to your account: with it, your password alone opens nothing.`,
      'It takes two minutes.',
    ],
    action: { label: 'Protect my account', url: link },
    closing: ['Nobody at your organization sees your password or your factors.'],
  }),
  es: ({ organization, by, link }) => ({
    subject: `Proteja su cuenta en ${organization}`,
    lines: [
      `${by} le pide que añada un segundo factor a su cuenta: con él, su contraseña sola no abre nada.`,
      'Se tarda dos minutos.',
    ],
    action: { label: 'Proteger mi cuenta', url: link },
    closing: ['Nadie en su organización ve su contraseña ni sus factores.'],
  }),
});
