import { useTextLanguage } from '#ui/format/use-format.ts';

/** Countries a person can choose; names come from the browser's own data. */
const codes =
  'CH LI DE AT FR IT ES PT BE NL LU IE GB DK SE NO FI IS PL CZ SK HU SI HR RO BG GR CY MT EE LV LT ' +
  'AD MC SM VA US CA MX BR AR CL CO PE UY MA TN ZA IN JP KR SG AU NZ IL TR AE RS BA ME MK AL UA';

/** Every country in the language of the page, in its alphabet. */
export function useCountries(): readonly { value: string; label: string }[] {
  const language = useTextLanguage();
  const names = new Intl.DisplayNames(language, { type: 'region' });
  const collator = new Intl.Collator(language);
  return codes
    .split(' ')
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .toSorted((a, b) => collator.compare(a.label, b.label));
}
