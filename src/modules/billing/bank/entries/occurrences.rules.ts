import type { StatementHead } from '../camt/statement.rules.ts';

/**
 * Counts equal entries inside one statement: two equal payments stay two, and the same file gives
 * the
 * same numbers again (billing.md 2.6). A further page of a statement counts on.
 */
export class Occurrences {
  #counts = new Map<string, number>();
  #statement: StatementHead | undefined;

  begin(statement: StatementHead): void {
    const before = this.#statement;
    const isNextPage =
      before !== undefined &&
      before.id === statement.id &&
      before.account === statement.account &&
      before.page !== undefined &&
      statement.page === before.page + 1;
    if (!isNextPage) this.#counts = new Map();
    this.#statement = statement;
  }

  /** Which of its equals this one is: the first is 1. */
  count(base: string): number {
    const count = (this.#counts.get(base) ?? 0) + 1;
    this.#counts.set(base, count);
    return count;
  }
}

/**
 * By what an entry is known: the bank's own reference, or what it says. A bank may use one
 * reference
 * for a payment and its return or fee, so direction and reversal belong to it.
 */
export function entryBaseOf(
  entry: {
    readonly serviceReference: string | undefined;
    readonly direction: string;
    readonly reversal: boolean;
  },
  fingerprint: () => string,
): string {
  if (entry.serviceReference === undefined) return `f:${fingerprint()}`;
  const back = entry.reversal ? ':reversal' : '';
  return `r:${entry.serviceReference}:${entry.direction}${back}`;
}
