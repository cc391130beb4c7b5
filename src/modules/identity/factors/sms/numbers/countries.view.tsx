import { useTranslation } from 'react-i18next';

/** Countries by their names, as a sentence has them. */
export function useCountries(codes: readonly string[]): string {
  const { i18n } = useTranslation();
  const names = new Intl.DisplayNames(i18n.language, { type: 'region' });
  const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' });
  return list.format(codes.map((code) => names.of(code) ?? code));
}
