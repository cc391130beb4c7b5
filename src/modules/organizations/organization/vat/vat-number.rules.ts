/** How each country spells VAT numbers, after its prefix. Greece writes EL, Switzerland CHE. */
const shapes: Readonly<Record<string, RegExp>> = {
  AT: /^ATU\d{8}$/,
  BE: /^BE[01]\d{9}$/,
  BG: /^BG\d{9,10}$/,
  CY: /^CY\d{8}[A-Z]$/,
  CZ: /^CZ\d{8,10}$/,
  DE: /^DE\d{9}$/,
  DK: /^DK\d{8}$/,
  EE: /^EE\d{9}$/,
  ES: /^ES[A-Z0-9]\d{7}[A-Z0-9]$/,
  FI: /^FI\d{8}$/,
  FR: /^FR[A-HJ-NP-Z0-9]{2}\d{9}$/,
  GR: /^EL\d{9}$/,
  HR: /^HR\d{11}$/,
  HU: /^HU\d{8}$/,
  IE: /^IE\d[A-Z0-9+*]\d{5}[A-Z]{1,2}$/,
  IT: /^IT\d{11}$/,
  LT: /^LT(\d{9}|\d{12})$/,
  LU: /^LU\d{8}$/,
  LV: /^LV\d{11}$/,
  MT: /^MT\d{8}$/,
  NL: /^NL\d{9}B\d{2}$/,
  PL: /^PL\d{10}$/,
  PT: /^PT\d{9}$/,
  RO: /^RO\d{2,10}$/,
  SE: /^SE\d{12}$/,
  SI: /^SI\d{8}$/,
  SK: /^SK\d{10}$/,
  CH: /^CHE\d{9}$/,
  LI: /^CHE\d{9}$/,
};

/**
 * A VAT number without spaces, dots and the Swiss words MWST, TVA, IVA; undefined when it cannot be
 * one of that country. Elsewhere any short word of letters and digits is taken.
 */
export function vatNumberOf(text: string, country: string): string | undefined {
  const bare = text.toUpperCase().replaceAll(/[\s.\-/]/g, '');
  const number = bare.replace(/^(CHE\d{9})(MWST|TVA|IVA)$/, '$1');
  const shape = shapes[country];
  if (!shape) return /^[A-Z0-9]{4,20}$/.test(number) ? number : undefined;
  if (!shape.test(number)) return undefined;
  return number.startsWith('CHE') && !isUid(number.slice(3)) ? undefined : number;
}

/** The last digit of a Swiss enterprise number checks the others (modulo 11). */
function isUid(digits: string): boolean {
  const weights = [5, 4, 3, 2, 7, 6, 5, 4];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  const check = (11 - (sum % 11)) % 11;
  return check !== 10 && check === Number(digits[8]);
}
