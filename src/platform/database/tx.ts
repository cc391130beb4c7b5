// The transaction that acts pass along, and how a store looks into it.
import type { Kysely, Transaction } from 'kysely';

declare const opaque: unique symbol;

/**
 * A transaction, or what only reads goes through. Nothing can be read through it but by a store,
 * which names its own schema.
 */
export interface Tx {
  readonly [opaque]: 'transaction';
}

/**
 * Opens a module's own schema in a transaction: `export const billing = schemaOf<BillingTables>()`.
 */
export function schemaOf<Tables>(): (tx: Tx) => Transaction<Tables> {
  return (tx) => tx as unknown as Transaction<Tables>;
}

/** Only the database itself makes one. */
export function asTx(transaction: Kysely<unknown>): Tx {
  return transaction as unknown as Tx;
}
