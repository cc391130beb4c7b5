import { normalReference } from '../../references/reference.rules.ts';

/** Numbers of one year, from and to. */
export type NumberRange = { readonly year: number; readonly low: bigint; readonly high: bigint };

/** What a text that somebody typed can mean; nothing in it means nothing is found. */
export type SearchTargets = {
  readonly ranges: readonly NumberRange[];
  readonly references: readonly string[];
};

const yearsBack = 12;
const digitsOfSerial = 6;

/**
 * Reads a search text: a number (`2026-000123`), its beginning (`2026-0001`), its last digits
 * (`123`), a year, or a whole reference. Each of them is answered from an index.
 */
export function searchTargets(text: string, thisYear: number): SearchTargets {
  const plain = text.replaceAll(/[\s.]/g, '').toUpperCase();
  const reference = normalReference(plain);
  return {
    ranges: [...beginnings(plain), ...serials(plain, thisYear)],
    references: reference === undefined ? [] : [reference],
  };
}

function beginnings(plain: string): NumberRange[] {
  const [, year, digits = ''] = /^(\d{4})(?:-(\d{0,9}))?$/.exec(plain) ?? [];
  if (year === undefined) return [];
  if (digits.length > digitsOfSerial) return [exactly(Number(year), BigInt(digits))];
  const open = 10n ** BigInt(digitsOfSerial - digits.length);
  const low = BigInt(digits || '0') * open;
  return [{ year: Number(year), low, high: low + open - 1n }];
}

function serials(plain: string, thisYear: number): NumberRange[] {
  if (!/^\d{1,9}$/.test(plain)) return [];
  return Array.from({ length: yearsBack }, (_, back) => exactly(thisYear - back, BigInt(plain)));
}

const exactly = (year: number, serial: bigint): NumberRange => ({
  year,
  low: serial,
  high: serial,
});
