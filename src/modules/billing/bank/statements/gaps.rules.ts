import type { Day } from '#kernel/calendar.ts';

/** A statement, as far as its neighbours are concerned. */
export type Neighbour = {
  readonly id: string;
  readonly account: string;
  readonly statement: string;
  readonly sequence: bigint | undefined;
  readonly period: number | undefined;
  readonly openingOn: Day | undefined;
  readonly closingOn: Day | undefined;
  readonly openingMinor: bigint | undefined;
  readonly closingMinor: bigint | undefined;
  readonly currency: string | undefined;
};

export type Gap = {
  readonly account: string;
  readonly period: number;
  readonly from: bigint;
  readonly to: bigint;
};

/** Numbers missing between the first and the last statement of an account and year. */
export function gapsOf(statements: readonly Neighbour[]): Gap[] {
  const groups = new Map<string, Neighbour[]>();
  for (const one of statements) {
    if (one.sequence === undefined || one.period === undefined) continue;
    const key = `${one.account} ${one.period}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].flatMap(gapsOfOneYear);
}

function gapsOfOneYear(statements: readonly Neighbour[]): Gap[] {
  const [first] = statements;
  const numbers = [...new Set(statements.flatMap(({ sequence }) => sequence ?? []))].toSorted(
    (a, b) => (a < b ? -1 : 1),
  );
  return numbers.flatMap((number, index) => {
    const before = numbers[index - 1];
    if (before === undefined || number === before + 1n || !first) return [];
    const { account, period = 0 } = first;
    return [{ account, period, from: before + 1n, to: number - 1n }];
  });
}

/** Two statements that follow each other, where the later does not begin as the earlier ended. */
export type Break = { readonly before: Neighbour; readonly after: Neighbour };

export function breaksOf(statements: readonly Neighbour[]): Break[] {
  return followersOf(statements).filter(
    ({ before, after }) => before.closingMinor !== after.openingMinor,
  );
}

/**
 * Statements that certainly stand next to each other: by number, or by day where there are none.
 */
export function followersOf(statements: readonly Neighbour[]): Break[] {
  return statements.flatMap((before) =>
    statements.filter((after) => follows(before, after)).map((after) => ({ before, after })),
  );
}

function follows(before: Neighbour, after: Neighbour): boolean {
  if (before.account !== after.account || before.currency !== after.currency) return false;
  if (before.closingMinor === undefined || after.openingMinor === undefined) return false;
  if (before.sequence === undefined || after.sequence === undefined) return false;
  return before.period === after.period && after.sequence === before.sequence + 1n;
}
