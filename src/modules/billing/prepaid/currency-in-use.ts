import type { OrganizationId } from '#kernel/ids.ts';
import type { Currency } from '#kernel/money.ts';
import { prepaidBalance } from '#modules/ledger/index.ts';
import type { Tx } from '#platform/database/tx.ts';
import { isAskedFor } from './open-requests.store.ts';

/**
 * Whether money or requests of an organization are open in a currency: then it can't leave it
 * (D24).
 */
export async function isCurrencyInUse(
  tx: Tx,
  key: { readonly organizationId: OrganizationId; readonly currency: Currency },
): Promise<boolean> {
  const balance = await prepaidBalance(tx, key);
  return balance.minor > 0n || isAskedFor(tx, key);
}
