import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { finish } from './before-commit.ts';
import { PreparingClient } from './preparing-client.ts';
import { prepareOpenings } from './statement.ts';
import { isOutOfDate, transactionsOn } from './transaction.ts';
import { surround, type Surroundings } from './surroundings.ts';
import { asTx, type Tx } from './tx.ts';

export type TransactionOptions = { readonly readOnly?: boolean };

/**
 * Runs work in one transaction; tried again when PostgreSQL says that another one was in its way.
 */
export type Within = <T>(work: (tx: Tx) => Promise<T>, options?: TransactionOptions) => Promise<T>;

export type Database = {
  readonly within: Within;
  /** Throws when the database does not answer. */
  readonly ping: () => Promise<void>;
  readonly pool: pg.Pool;
  readonly close: () => Promise<void>;
};

export type DatabaseOptions = {
  readonly max?: number;
  /** A connection that broke while nobody used it; the pool replaces it. */
  readonly onError?: (error: Error) => void;
  /** What each transaction stands in. Tools that only read tables need none. */
  readonly surroundings?: Surroundings;
};

export function openDatabase(
  connectionString: string,
  { max = 10, onError = console.error, surroundings }: DatabaseOptions = {},
): Database {
  const preparing = { Client: PreparingClient, pipeline: true, onConnect: prepareOpenings };
  const pool = new pg.Pool({ connectionString, max, types, ...preparing });
  pool.on('error', onError);
  const kysely = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });

  const inTransaction = transactionsOn(pool);
  const once: Within = (work, options) =>
    inTransaction(options, async (transaction) => {
      const tx = asTx(transaction);
      if (surroundings) surround(tx, surroundings);
      const result = await work(tx);
      await finish(tx);
      return result;
    });

  return {
    within: (work, options) => retried(() => once(work, options)),
    ping: async () => {
      await sql`select 1`.execute(kysely);
    },
    pool,
    close: closing(pool),
  };
}

/**
 * Ends the pool and waits until its last connection is closed. The pool itself only waits until it
 * said goodbye on each: whoever ends the server next would still be heard on one of them.
 */
function closing(pool: pg.Pool): () => Promise<void> {
  const open = new Set<pg.PoolClient>();
  pool.on('connect', (client) => open.add(client));
  pool.on('remove', (client) => open.delete(client));
  return async () => {
    await pool.end();
    while (open.size > 0) await new Promise((resolve) => pool.once('remove', resolve));
  };
}

/**
 * int8 is a bigint, and a day is a day: it never passes through an instant. Ours only, not pg-
 * boss's.
 */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => {
    if (format === 'binary') return pg.types.getTypeParser(oid, format);
    if (oid === pg.types.builtins.INT8) return BigInt;
    if (oid === pg.types.builtins.DATE) return (text: string) => text;
    return pg.types.getTypeParser(oid, format);
  },
};

/** serialization failure, deadlock, lock not available */
const inTheWay = new Set(['40001', '40P01', '55P03']);
const tries = 5;

async function retried<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      const isWorthIt = inTheWay.has(sqlState(error) ?? '') || isOutOfDate(error);
      if (attempt === tries || !isWorthIt) throw error;
      await new Promise((resolve) => setTimeout(resolve, 2 ** attempt * (5 + Math.random() * 5)));
    }
  }
}

/** The SQLSTATE of a database error, or undefined. */
export function sqlState(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : undefined;
}

/**
 * The constraint that a write broke, or undefined. Stores turn the ones they expect into refusals.
 */
export function brokenConstraint(error: unknown): string | undefined {
  const name = error instanceof Error && 'constraint' in error ? error.constraint : undefined;
  return typeof name === 'string' ? name : undefined;
}

/** The database is away or on its way back: nothing that trying later would not mend. */
export function isUnreachable(error: Error): boolean {
  const state = sqlState(error);
  if (state !== undefined && /^(08|57P)/.test(state)) return true;
  return signsOfAbsence.test(error.message);
}

const signsOfAbsence = /ECONN(REFUSED|RESET)|EPIPE|ENOENT.*s\.PGSQL|Connection terminated|^timeout/;
