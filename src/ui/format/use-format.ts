import { useTranslation } from 'react-i18next';
import { languages, type Language } from '#kernel/language.ts';
import { formatFor, type Format } from './format.ts';

const formats = new Map<Language, Format>();

export function formatIn(language: Language): Format {
  const known = formats.get(language) ?? formatFor(language);
  formats.set(language, known);
  return known;
}

export function isLanguage(code: string | undefined): code is Language {
  return languages.some((known) => known === code);
}

/** The language that the reader chose, whether or not the pages speak it. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return isLanguage(i18n.language) ? i18n.language : 'en';
}

/**
 * The language of the words on the page: English where the reader's own has no texts. Figures, days
 * and names of countries beside them are written in it too.
 */
export function useTextLanguage(): Language {
  const { i18n } = useTranslation();
  return isLanguage(i18n.resolvedLanguage) ? i18n.resolvedLanguage : 'en';
}

/** Money, days and numbers inside sentences: `t('pay', { amount: format.money(total) })`. */
export function useFormat(): Format {
  return formatIn(useTextLanguage());
}
