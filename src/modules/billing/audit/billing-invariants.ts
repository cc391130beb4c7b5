import { fromUuid } from '#kernel/ids.ts';
import { accountTotals, type Invariant, type Violation } from '#modules/ledger/index.ts';
import type { Tx } from '#platform/database/tx.ts';
import {
  lastPrepaid,
  owedByInvoices,
  wrongAmounts,
  wrongNumbers,
  wrongPrepaid,
  wrongReferences,
  wrongTax,
} from './billing-audit.store.ts';

/** What always holds of what is owed (billing 3.5). */
export const billingInvariants: readonly Invariant[] = [
  {
    id: 'I3',
    says: 'Every invoice adds up, and what an organization owes is the sum of its open invoices.',
    check: async (tx) => [
      ...(await wrongAmounts(tx)),
      ...(await wrongTax(tx)),
      ...(await differing(tx, { kind: 'receivable', sign: 1n, owned: await owedByInvoices(tx) })),
    ],
  },
  {
    id: 'I6',
    says: 'Prepaid was never less than nothing, and its lines say what the ledger says.',
    check: async (tx) => [
      ...(await wrongPrepaid(tx)),
      ...(await differing(tx, { kind: 'prepaid', sign: -1n, owned: await lastPrepaid(tx) })),
    ],
  },
  {
    id: 'I8',
    says: 'Numbers of a series run from 1 without gaps, and their days never go back.',
    check: wrongNumbers,
  },
  {
    id: 'references',
    says: 'Every document has its own reference, and settled orders have their invoice.',
    check: wrongReferences,
  },
];

type Owned = { organization_id: string; currency: string; minor: bigint };
type Side = { kind: 'receivable' | 'prepaid'; sign: 1n | -1n; owned: readonly Owned[] };

/** Accounts whose entries say something else than billing does. */
async function differing(tx: Tx, { kind, sign, owned }: Side): Promise<Violation[]> {
  const entered = new Map(
    (await accountTotals(tx, kind)).map((one) => [one.holder + one.currency, one.minor * sign]),
  );
  const said = new Map(owned.map((one) => [one.organization_id + one.currency, one.minor]));
  return [...new Set([...entered.keys(), ...said.keys()])].flatMap((key) => {
    const [ledger, billing] = [entered.get(key) ?? 0n, said.get(key) ?? 0n];
    if (ledger === billing) return [];
    const where = `${kind} of ${fromUuid('org', key.slice(0, 36))} in ${key.slice(36)}`;
    return [{ where, what: `the ledger says ${ledger}, billing ${billing}` }];
  });
}
