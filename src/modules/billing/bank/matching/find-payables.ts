import type { Tx } from '#platform/database/tx.ts';
import { lockPayables } from '../../payments/lock-payable.ts';
import type { Payable } from '../../payments/payable.rules.ts';
import { findReferences } from '../../references/reference.store.ts';
import type { NewLine } from '../lines/bank-line.rules.ts';
import { choose, type Found } from './matching.rules.ts';
import { referencesIn, structuredReferences } from './reference-candidates.rules.ts';

/** Looks for our references in lines, and what they ask for. */
export type Search = {
  /** What a line names, as it stands after those before it. */
  foundFor(line: NewLine): Found | undefined;
  /** Two lines of one file may pay the same: the second one finds it paid. */
  settled(targets: readonly Payable[]): void;
};

type Candidates = { readonly structured: readonly string[]; readonly inText: readonly string[] };

/**
 * Finds and locks all that these lines may pay. Text is read only where no structured reference is
 * ours; what is found there counts when it is one reference alone.
 */
export async function findPayables(tx: Tx, lines: readonly NewLine[]): Promise<Search> {
  const structured = new Map(lines.map((line) => [line, structuredReferences(line.references)]));
  const named = await findReferences(tx, [...structured.values()].flat());
  const unnamed = lines.filter((line) => !structured.get(line)?.some((one) => named.has(one)));
  const inText = new Map(unnamed.map((line) => [line, referencesIn(textsOf(line))]));
  const mentioned = await findReferences(tx, [...inText.values()].flat());

  const payables = new Map(await lockPayables(tx, [...named.keys(), ...mentioned.keys()]));
  const candidates = (line: NewLine): Candidates => ({
    structured: structured.get(line) ?? [],
    inText: inText.get(line) ?? [],
  });
  return {
    foundFor: (line) => {
      const { structured: first, inText: second } = candidates(line);
      return choose(first, second, payables);
    },
    settled: (targets) => {
      for (const target of targets) payables.set(target.reference, { ...target, state: 'paid' });
    },
  };
}

/** Free text, and structured references that are none by themselves. */
function textsOf({ texts, references, endToEnd }: NewLine): string[] {
  return [...texts, ...references, ...(endToEnd === undefined ? [] : [endToEnd])];
}
