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

/** The language the reader sees now. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return isLanguage(i18n.language) ? i18n.language : 'en';
}

/** Money, days and numbers inside sentences: `t('pay', { amount: format.money(total) })`. */
export function useFormat(): Format {
  return formatIn(useLanguage());
}
