import { z } from 'zod';
import { codeAlphabet } from '../../factors/emergency/emergency-code.rules.ts';

/** How long somebody of the staff has to begin (PW-15). */
export const beginningSeconds = 72 * 60 * 60;

/** Of the alphabet's 32 signs: 140 bits, which nobody guesses (MF-16). */
export const beginningLength = 28;

/** As it is handed over: `ABCD-EFGH-…`. */
export function spellBeginning(code: string): string {
  return (code.match(/.{4}/g) ?? []).join('-');
}

/** What somebody typed, whatever the spaces, strokes and case. */
export const beginningField = z
  .string()
  .max(100)
  .transform((text) =>
    text
      .toUpperCase()
      .replaceAll('O', '0')
      .replaceAll(/[IL]/g, '1')
      .split('')
      .filter((sign) => codeAlphabet.includes(sign))
      .join(''),
  );
