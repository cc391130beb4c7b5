import { z } from 'zod';

/** The languages Atrio speaks. */
export const languages = ['es', 'en', 'fr', 'de', 'it'] as const;
export type Language = (typeof languages)[number];

/** These have every text of pages and mails; the others fall back to English. */
export const complete: readonly Language[] = ['es', 'en'];
export const language = z.enum(languages);

/** The language of the words that somebody reads who chose this one. */
export function wordsFor(chosen: Language): Language {
  return complete.includes(chosen) ? chosen : 'en';
}

/** A text that data (not code) holds in every language; English always exists. */
export type Translated = { readonly en: string } & {
  readonly [L in Language]?: string | undefined;
};

export const translated = z.object({
  en: z.string(),
  es: z.string().optional(),
  fr: z.string().optional(),
  de: z.string().optional(),
  it: z.string().optional(),
});

export function inLanguage(text: Translated, wanted: Language): string {
  return text[wanted] ?? text.en;
}
