import type { Tx } from '#platform/database/tx.ts';
import type { Violation } from './violation.rules.ts';

/** Something that always holds (billing 3.5), and how to see that it does. */
export type Invariant = {
  readonly id: string;
  /** What holds, in a sentence. */
  readonly says: string;
  /** Every place where it does not; a hundred at most. */
  check(tx: Tx): Promise<readonly Violation[]>;
};

/** Asks invariants one after the other. */
export async function audit(
  tx: Tx,
  invariants: readonly Invariant[],
): Promise<readonly { invariant: Invariant; violations: readonly Violation[] }[]> {
  const answers = [];
  for (const invariant of invariants) {
    answers.push({ invariant, violations: await invariant.check(tx) });
  }
  return answers;
}
