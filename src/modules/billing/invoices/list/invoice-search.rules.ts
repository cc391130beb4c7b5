import { normalReference } from '../../references/reference.rules.ts';

/** Numbers of one year, from and to. */
export type NumberRange = { readonly year: number; readonly low: bigint; readonly high: bigint };

/** What a text that somebody typed can mean; nothing in it means nothing is found. */
export type SearchTargets = {
  /** A whole number, in each of these years. */
  readonly serial: { readonly years: readonly number[]; readonly value: bigint } | undefined;
  /** The beginning of a number. */
  readonly range: NumberRange | undefined;
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
    serial: serialOf(plain, thisYear),
    range: beginningOf(plain),
    references: reference === undefined ? [] : [reference],
  };
}

function beginningOf(plain: string): NumberRange | undefined {
  const [, year, digits = ''] = /^(\d{4})(?:-(\d{0,9}))?$/.exec(plain) ?? [];
  if (year === undefined) return undefined;
  const missing = Math.max(digitsOfSerial - digits.length, 0);
  const open = 10n ** BigInt(missing);
  const low = BigInt(digits || '0') * open;
  return { year: Number(year), low, high: low + open - 1n };
}

function serialOf(plain: string, thisYear: number): SearchTargets['serial'] {
  if (!/^\d{1,9}$/.test(plain)) return undefined;
  const years = Array.from({ length: yearsBack }, (_, back) => thisYear - back);
  return { years, value: BigInt(plain) };
}
