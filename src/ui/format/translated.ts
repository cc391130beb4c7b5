import { inLanguage, type Translated } from '#kernel/language.ts';
import { useLanguage } from './use-format.ts';

/** Reads texts that data holds in several languages (product names, line texts). */
export function useTranslated(): (text: Translated) => string {
  const language = useLanguage();
  return (text) => inLanguage(text, language);
}
