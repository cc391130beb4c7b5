/**
 * Runs several sides in turn, round by round, so that a machine that warms up or slows down does
 * so for each of them. The first round is not counted. Gives what each side measured, as a median.
 */
export async function inTurn<const Sides extends Record<string, () => Promise<number>>>(
  rounds: number,
  sides: Sides,
): Promise<{ readonly [Side in keyof Sides]: number }> {
  const measured = new Map<string, number[]>(Object.keys(sides).map((side) => [side, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const [side, measure] of Object.entries(sides)) {
      const value = await measure();
      if (round > 0) measured.get(side)?.push(value);
    }
  }
  const medians = [...measured].map(([side, values]) => [side, median(values)]);
  return Object.fromEntries(medians) as { [Side in keyof Sides]: number };
}

/** What something measures once, as the average of many times. */
export const onAverage = (times: number, measure: () => Promise<number>) => async () => {
  let sum = 0;
  for (let time = 0; time < times; time++) sum += await measure();
  return sum / times;
};

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = Number.NaN, high = Number.NaN] = sorted.slice(
    sorted.length % 2 === 0 ? middle - 1 : middle,
  );
  return sorted.length % 2 === 0 ? (low + high) / 2 : low;
}
