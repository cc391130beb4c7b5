import type { OrganizationId } from '#kernel/ids.ts';
import { money } from '#kernel/money.ts';
import { prepaidBalances } from '#modules/ledger/index.ts';
import type { Holding } from '#modules/organizations/index.ts';
import type { Tx } from '#platform/database/tx.ts';
import { unpaidInvoices } from './open-requests.store.ts';

/** Unpaid invoices and prepaid money hold an organization: it cannot be deleted (N2). */
export async function billingHolds(
  tx: Tx,
  { organizationId }: { readonly organizationId: OrganizationId },
): Promise<readonly Holding[]> {
  const unpaid = await unpaidInvoices(tx, organizationId);
  const balances = await prepaidBalances(tx, organizationId);
  const left = balances.filter(({ minor }) => minor !== 0n);
  return [
    { kind: 'invoices', ...unpaid },
    {
      kind: 'prepaid',
      count: left.length,
      amounts: left.map(({ minor, currency }) => money(minor, currency)),
    },
  ];
}
