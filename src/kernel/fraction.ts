/** An exact ratio of integers; the only way Atrio multiplies money by anything. */
export type Fraction = { readonly n: bigint; readonly d: bigint };

export function fraction(n: bigint | number, d: bigint | number = 1n): Fraction {
  const denominator = BigInt(d);
  if (denominator <= 0n) throw new RangeError('a fraction needs a positive denominator');
  return { n: BigInt(n), d: denominator };
}

export function times(a: Fraction, b: Fraction): Fraction {
  return { n: a.n * b.n, d: a.d * b.d };
}

export function basisPoints(points: number): Fraction {
  return fraction(points, 10_000);
}

/**
 * Half away from zero ("commercial"), sign-symmetric, so that a credit note mirrors its invoice.
 */
export function round({ n, d }: Fraction): bigint {
  const magnitude = n < 0n ? -n : n;
  const rounded = (2n * magnitude + d) / (2n * d);
  return n < 0n ? -rounded : rounded;
}

/**
 * Splits a whole by weights; the largest remainders get the rest, ties go to the first. Σ parts =
 * whole.
 */
export function allocate(whole: bigint, weights: readonly bigint[]): bigint[] {
  const total = weights.reduce((a, b) => a + b, 0n);
  if (total <= 0n) throw new RangeError('weights must add up to more than zero');
  const sign = whole < 0n ? -1n : 1n;
  const size = whole * sign;
  const parts = weights.map((weight) => (size * weight) / total);
  const rest = Number(size - parts.reduce((a, b) => a + b, 0n));
  const byRemainder = weights
    .map((weight, index) => ({ index, remainder: (size * weight) % total }))
    .toSorted((a, b) => Number(b.remainder - a.remainder) || a.index - b.index);
  for (const { index } of byRemainder.slice(0, rest)) parts[index]! += 1n;
  return parts.map((part) => part * sign);
}
