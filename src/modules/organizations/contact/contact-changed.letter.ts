import { defineLetter } from '#modules/messages/index.ts';
import type { Contact } from './contact.rules.ts';

type Facts = {
  readonly organization: string;
  readonly by: string;
  readonly contact: Contact;
  readonly link: string;
};

/** Tells a member that somebody else chose what they read about an organization. */
export const contactChanged = defineLetter<Facts>('organizations.contact-changed', {
  en: ({ organization, by, contact, link }) => ({
    subject: `What you read about ${organization} changed`,
    lines: [`${by} changed which messages of ${organization} reach you. It is now:`],
    facts: [
      ['Bills and payments', contact.billing ? 'on' : 'off'],
      ['Products', contact.products ? 'on' : 'off'],
    ],
    action: { label: 'Choose what you read', url: link },
  }),
  es: ({ organization, by, contact, link }) => ({
    subject: `Ha cambiado lo que recibe de ${organization}`,
    lines: [`${by} ha cambiado qué mensajes de ${organization} le llegan. Ahora es:`],
    facts: [
      ['Facturas y pagos', contact.billing ? 'sí' : 'no'],
      ['Productos', contact.products ? 'sí' : 'no'],
    ],
    action: { label: 'Elegir lo que recibe', url: link },
  }),
});
