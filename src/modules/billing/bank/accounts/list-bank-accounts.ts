import type { Tx } from '#platform/database/tx.ts';
import { accountNumbers, listAccounts, type StandingAccount } from './bank-account.store.ts';

/** Our accounts, with the opening and everything booked since. */
export async function bankAccounts(tx: Tx): Promise<readonly StandingAccount[]> {
  return listAccounts(tx);
}

/** The numbers that name an account of ours, QR-IBANs included. */
export async function ourNumbers(tx: Tx): Promise<ReadonlySet<string>> {
  return accountNumbers(tx);
}
