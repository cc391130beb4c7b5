import type { Instant } from '#kernel/calendar.ts';
import type { Currency } from '#kernel/money.ts';
import type { Tx } from '#platform/database/tx.ts';
import {
  sellerFigures,
  type Seller,
  type SellerAccount,
  type SellerFigures,
} from './seller.rules.ts';
import { findSeller, insertSeller } from './seller.store.ts';

/**
 * Takes the operator's figures; figures that changed become a new version, old documents keep
 * theirs.
 */
export async function loadSeller(tx: Tx, figures: SellerFigures, now: Instant): Promise<Seller> {
  const wanted = sellerFigures.parse(figures);
  const present = await findSeller(tx);
  const next = { version: (present?.version ?? 0) + 1, ...wanted };
  if (present && sameFigures(present, next)) return present;
  await insertSeller(tx, next, now);
  return sellerOf(tx);
}

/** Who sells; without figures nothing can be sold, which is the operator's to repair. */
export async function sellerOf(tx: Tx, version?: number): Promise<Seller> {
  const seller = await findSeller(tx, version);
  if (!seller) throw new Error('no seller is known: load the figures first');
  return seller;
}

/** Where a customer pays in a currency. */
export function accountFor(seller: Seller, currency: Currency): SellerAccount {
  const account = seller.accounts.find((one) => one.currency === currency);
  if (!account) throw new Error(`the seller has no account in ${currency}`);
  return account;
}

function sameFigures(a: Seller, b: Seller): boolean {
  const text = (seller: Seller) =>
    JSON.stringify({
      ...sorted({ ...seller, version: 0 }),
      accounts: seller.accounts
        .toSorted((x, y) => x.currency.localeCompare(y.currency))
        .map((account) => sorted({ ...account, referencePrefix: account.referencePrefix ?? '' })),
    });
  return text(a) === text(b);
}

function sorted(value: object): object {
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .toSorted(([a], [b]) => a.localeCompare(b)),
  );
}
