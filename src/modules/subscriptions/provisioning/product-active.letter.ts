import type { Day } from '#kernel/calendar.ts';
import { inLanguage, type Language, type Translated } from '#kernel/language.ts';
import { defineLetter } from '#modules/messages/index.ts';
import { en } from '../texts/en.ts';
import { es } from '../texts/es.ts';
import type { ProvisioningResult } from './provisioning.rules.ts';

type Facts = {
  readonly productName: Translated;
  readonly label: string;
  readonly paidUntil: Day;
  readonly result: ProvisioningResult;
  readonly link: string;
};

/** What a product is called in a sentence. */
const called = ({ productName, label }: Facts, language: Language): string => {
  const name = inLanguage(productName, language);
  return label === '' ? name : `${name} ${label}`;
};

/** A product that was ordered runs: where, how to get in, until when it is paid. */
export const productActive = defineLetter<Facts>('subscriptions.product-active', {
  en: (facts, format) => ({
    subject: `${called(facts, 'en')} is ready`,
    lines: [`${called(facts, 'en')} is active. This is what you need to begin:`],
    facts: [...labelled(facts.result, en.result), ['Paid until', format.day(facts.paidUntil)]],
    action: { label: 'Open the product', url: facts.link },
  }),
  es: (facts, format) => ({
    subject: `${called(facts, 'es')}: listo`,
    lines: [`${called(facts, 'es')} está activo. Esto es lo que necesita para empezar:`],
    facts: [...labelled(facts.result, es.result), ['Pagado hasta', format.day(facts.paidUntil)]],
    action: { label: 'Abrir el producto', url: facts.link },
  }),
});

/** What provisioners answer, in words; an operator's own may answer more. */
function labelled(
  result: ProvisioningResult,
  words: { readonly [what: string]: string },
): (readonly [string, string])[] {
  return Object.entries(result).map(([what, value]) => [words[what] ?? what, value]);
}
