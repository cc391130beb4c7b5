import type { Language } from '#kernel/language.ts';
import { formatIn, type Format } from './format.rules.ts';

/** What a letter says in one language. Plain texts: escaping and layout are the template's. */
export type Content = {
  readonly subject: string;
  /** Paragraphs, in order. */
  readonly lines: readonly string[];
  /** Figures that are better read as a table: amount, due date, reference. */
  readonly facts?: readonly (readonly [label: string, value: string])[];
  /** The one thing to do. */
  readonly action?: { readonly label: string; readonly url: string };
  /** After the action: what happens if one does nothing, what to do if it was not oneself. */
  readonly closing?: readonly string[];
};

type Writer<Facts> = (facts: Facts, format: Format) => Content;

export type Letter<Facts> = {
  /** `billing.invoice-issued`: module, then what it tells. */
  readonly name: string;
  readonly content: (facts: Facts, language: Language) => Content & { readonly language: Language };
};

/** A message that the product can send. English and Spanish exist; other readers get English. */
export function defineLetter<Facts>(
  name: string,
  writers: { readonly en: Writer<Facts>; readonly es: Writer<Facts> } & {
    readonly [L in Language]?: Writer<Facts>;
  },
): Letter<Facts> {
  return {
    name,
    content: (facts, wanted) => {
      const written = writers[wanted] ? wanted : 'en';
      const writer = writers[written] ?? writers.en;
      return { ...writer(facts, formatIn(written)), language: written };
    },
  };
}
