import {
  accountTotals,
  type AccountKind,
  type Invariant,
  type Violation,
} from '#modules/ledger/index.ts';
import type { Tx } from '#platform/database/tx.ts';
import {
  inBatches,
  inPlace,
  lostLines,
  onBankAccounts,
  unasked,
  type Expected,
} from './bank-audit.store.ts';

/** What always holds of bank money (billing 3.5). */
export const bankInvariants: readonly Invariant[] = [
  {
    id: 'I4',
    says: 'What the books say is at the bank is the opening and every entry, once.',
    check: async (tx) => differing(tx, 'bank', await onBankAccounts(tx)),
  },
  {
    id: 'I5',
    says: 'Every bank line is somewhere whole; what waits stands in suspense or in its batch, and was asked about.',
    check: async (tx) => [
      ...(await lostLines(tx)),
      ...(await unasked(tx)),
      ...(await differing(tx, 'bank-batch', await inBatches(tx))),
      ...(await differing(tx, 'suspense', await inPlace(tx, 'suspense'))),
      ...(await differing(tx, 'suspense-outgoing', await inPlace(tx, 'outgoing'))),
      ...(await differing(tx, 'fees', await inPlace(tx, 'charge'))),
    ],
  },
];

/** Sums over all holders, because a posting stands with whose money it is. */
async function differing(
  tx: Tx,
  kind: AccountKind,
  expected: readonly Expected[],
): Promise<Violation[]> {
  const rest = new Map<string, bigint>();
  const add = (owner: string, currency: string, minor: bigint): void => {
    const key = `${owner} ${currency}`.trim();
    rest.set(key, (rest.get(key) ?? 0n) + minor);
  };
  for (const { owner, currency, minor } of await accountTotals(tx, kind))
    add(owner, currency, minor);
  for (const { owner, currency, minor } of expected) add(owner, currency, -minor);
  return [...rest]
    .filter(([, minor]) => minor !== 0n)
    .map(([key, minor]) => ({ where: `${kind} ${key}`, what: `the books have ${minor} more` }));
}
