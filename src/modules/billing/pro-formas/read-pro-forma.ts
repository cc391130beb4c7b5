import { prepaidBalances, type PrepaidBalance } from '#modules/ledger/index.ts';
import type { Tx } from '#platform/database/tx.ts';
import { sellerOf } from '../seller/load-seller.ts';
import type { Seller } from '../seller/seller.rules.ts';
import { proFormaNotFound } from './pro-forma.rules.ts';
import type { ProForma } from './pro-forma.rules.ts';
import { findProForma, type ProFormaKey } from './pro-forma.store.ts';

export type ProFormaDetails = {
  readonly proForma: ProForma;
  readonly seller: Seller;
  readonly balances: readonly PrepaidBalance[];
};

/** A pro-forma with who asks, and what the customer could pay it with. */
export async function readProForma(tx: Tx, key: ProFormaKey): Promise<ProFormaDetails> {
  const proForma = await findProForma(tx, key);
  if (!proForma) throw proFormaNotFound({});
  return {
    proForma,
    seller: await sellerOf(tx, proForma.sellerVersion),
    balances: await prepaidBalances(tx, key.organizationId),
  };
}
