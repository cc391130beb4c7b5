/** A statement of one account, as far as it shows that it overlaps no other. */
export type RunStatement = {
  readonly id: string;
  readonly account: string;
  readonly sequence: bigint | undefined;
  readonly period: number | undefined;
  readonly currency: string | undefined;
  readonly openingMinor: bigint | undefined;
  readonly closingMinor: bigint | undefined;
  readonly proof: 'proven' | 'differs' | 'unprovable';
};

/**
 * Statements that certainly stand one after the other: numbered in a row, each proven, each beginning
 * as the one before it ended. What two of them tell is never the same entry, however equal it looks;
 * overlapping exports do not fit together like this.
 */
export class Runs {
  readonly #places = new Map<string, { run: number; sequence: bigint }>();

  constructor(statements: readonly RunStatement[]) {
    const sorted = statements.filter(isNumbered).toSorted(inOrder);
    let run = 0;
    for (const [index, one] of sorted.entries()) {
      const before = sorted[index - 1];
      const goesOn = before !== undefined && (follows(before, one) || isCopy(before, one));
      if (!goesOn) run++;
      this.#places.set(one.id, { run, sequence: one.sequence });
    }
  }

  /** Nothing of the one can be something of the other. */
  areApart(one: string, other: string): boolean {
    const [a, b] = [this.#places.get(one), this.#places.get(other)];
    return a !== undefined && b !== undefined && a.run === b.run && a.sequence !== b.sequence;
  }
}

type Numbered = RunStatement & { readonly sequence: bigint; readonly period: number };

function isNumbered(statement: RunStatement): statement is Numbered {
  const { sequence, period, proof } = statement;
  return sequence !== undefined && period !== undefined && proof === 'proven';
}

function inOrder(a: Numbered, b: Numbered): number {
  if (a.account !== b.account) return a.account < b.account ? -1 : 1;
  if (a.period !== b.period) return a.period - b.period;
  if (a.sequence !== b.sequence) return a.sequence < b.sequence ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

const isSameAccount = (a: Numbered, b: Numbered): boolean =>
  a.account === b.account && a.period === b.period && a.currency === b.currency;

function follows(before: Numbered, after: Numbered): boolean {
  return (
    isSameAccount(before, after) &&
    after.sequence === before.sequence + 1n &&
    after.openingMinor === before.closingMinor
  );
}

/** The same statement in another file. */
function isCopy(before: Numbered, after: Numbered): boolean {
  return (
    isSameAccount(before, after) &&
    after.sequence === before.sequence &&
    after.openingMinor === before.openingMinor &&
    after.closingMinor === before.closingMinor
  );
}
