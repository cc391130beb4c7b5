import type { Invariant } from './invariant.ts';
import { empty, prepaidDrift, unbalanced, whole } from './ledger-audit.store.ts';

/** What always holds in the books (I1, I2). */
export const ledgerInvariants: readonly Invariant[] = [
  {
    id: 'I1',
    says: 'Every movement balances in each currency, and so does the whole ledger.',
    check: async (tx) => [...(await unbalanced(tx)), ...(await empty(tx)), ...(await whole(tx))],
  },
  {
    id: 'I2',
    says: 'Every prepaid balance is the sum of its entries, and counts them.',
    check: prepaidDrift,
  },
];
