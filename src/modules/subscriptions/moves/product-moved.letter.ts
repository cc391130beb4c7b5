import type { Day } from '#kernel/calendar.ts';
import { inLanguage, type Language, type Translated } from '#kernel/language.ts';
import { defineLetter } from '#modules/messages/index.ts';

type Facts = {
  readonly productName: Translated;
  readonly label: string;
  readonly paidUntil: Day;
  /** The organization on the other side. */
  readonly other: string;
  readonly by: string;
  readonly link: string;
};

/** What a product is called in a sentence. */
const called = ({ productName, label }: Facts, language: Language): string => {
  const name = inLanguage(productName, language);
  return label === '' ? name : `${name} ${label}`;
};

/** A product left for another organization: told to those whom it leaves. */
export const productLeft = defineLetter<Facts>('subscriptions.product-left', {
  en: (facts) => ({
    subject: `${called(facts, 'en')} moved to ${facts.other}`,
    lines: [
      `${facts.by} moved ${called(facts, 'en')} to the organization ${facts.other}.`,
      'It is renewed and billed there from now on. Invoices that exist stay with you.',
    ],
    action: { label: 'See what stays', url: facts.link },
    closing: ['If this surprises you, sign in, look at the activity log and write to us.'],
  }),
  es: (facts) => ({
    subject: `${called(facts, 'es')}: trasladado a ${facts.other}`,
    lines: [
      `${facts.by} ha trasladado ${called(facts, 'es')} a la organización ${facts.other}.`,
      'Desde ahora se renueva y se factura allí. Las facturas existentes siguen siendo suyas.',
    ],
    action: { label: 'Ver lo que se conserva', url: facts.link },
    closing: ['Si no lo esperaba, inicie sesión, consulte el registro de actividad y escríbanos.'],
  }),
});

/** A product came from another organization: told to those whom it joins. */
export const productArrived = defineLetter<Facts>('subscriptions.product-arrived', {
  en: (facts, format) => ({
    subject: `${called(facts, 'en')} came from ${facts.other}`,
    lines: [
      `${facts.by} moved ${called(facts, 'en')} from the organization ${facts.other} to yours.`,
      'It goes on without a break. You renew it and pay for it when its paid days end.',
    ],
    facts: [['Paid until', format.day(facts.paidUntil)]],
    action: { label: 'Open the product', url: facts.link },
  }),
  es: (facts, format) => ({
    subject: `${called(facts, 'es')}: recibido de ${facts.other}`,
    lines: [
      `${facts.by} ha trasladado ${called(facts, 'es')} de la organización ${facts.other} a la suya.`,
      'Sigue sin interrupción. Usted lo renueva y lo paga cuando terminen los días pagados.',
    ],
    facts: [['Pagado hasta', format.day(facts.paidUntil)]],
    action: { label: 'Abrir el producto', url: facts.link },
  }),
});
