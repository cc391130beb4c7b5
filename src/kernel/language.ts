import { z } from 'zod';

/**
 * The languages Atrio speaks. Spanish and English are complete; the others fall back to English.
 */
export const languages = ['es', 'en', 'fr', 'de', 'it'] as const;
export type Language = (typeof languages)[number];
export const language = z.enum(languages);

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
