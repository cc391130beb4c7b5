// What a benchmark says: a ratio that was measured within one run, and how far it may go.
export type Row = {
  /** What is measured, in a few words. */
  readonly what: string;
  readonly ratio: number;
  /** What the ratio is of: `the bare argon2id`, `the wanted 2,500 lines/s`. */
  readonly of: string;
  readonly bound: { readonly most: number } | { readonly least: number };
  /** The figures behind it. */
  readonly figures: string;
};

/**
 * One file of bench/rows: its name is what `npm run bench -- NAME` filters by. It runs in a process
 * of its own.
 */
export type Bench = { readonly measure: () => Promise<readonly Row[]> };

export const isReached = ({ ratio, bound }: Row): boolean =>
  'most' in bound ? ratio <= bound.most : ratio >= bound.least;

/** `ok      1.11 × the bare argon2id (at most 1.25)  sign-in: …` */
export function lineOf(row: Row): string {
  const { what, ratio, of, bound, figures } = row;
  const allowed = 'most' in bound ? `at most ${bound.most}` : `at least ${bound.least}`;
  const verdict = isReached(row) ? 'ok    ' : 'MISSED';
  return `${verdict}  ${what}: ${ratio.toFixed(2)} × ${of} (${allowed})\n        ${figures}`;
}

export const milliseconds = (value: number): string => `${value.toFixed(value < 10 ? 2 : 1)} ms`;
