import pg from 'pg';
import { finish, leftForCommit, neverCommits } from './before-commit.ts';
import { PreparingClient } from './preparing-client.ts';
import { prepareOpening } from './statement.ts';
import { isOutOfDate, readingOn, transactionsOn } from './transaction.ts';
import { surround, type Surroundings } from './surroundings.ts';
import { asTx, type Tx } from './tx.ts';

export type TransactionOptions = { readonly readOnly?: boolean };

/**
 * Runs work in one transaction; tried again when PostgreSQL says that another one was in its way.
 * Work that only reads needs none: each of its statements would see what is committed when it
 * begins in a transaction too. It goes over connections that refuse to write.
 */
export type Within = <T>(work: (tx: Tx) => Promise<T>, options?: TransactionOptions) => Promise<T>;

export type Database = {
  readonly within: Within;
  /** Throws when the database does not answer. */
  readonly ping: () => Promise<void>;
  readonly pool: pg.Pool;
  /** The connections that refuse to write. */
  readonly readers: pg.Pool;
  readonly close: () => Promise<void>;
};

export type DatabaseOptions = {
  /** Connections of each of the two pools. */
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
  const open = (onConnect: (client: pg.ClientBase) => void | Promise<void>): pg.Pool => {
    const preparing = { Client: PreparingClient, pipeline: true, onConnect };
    return new pg.Pool({ connectionString, max, types, ...preparing }).on('error', onError);
  };
  const [pool, readers] = [open(prepareOpening), open(refuseWrites)];
  const inTransaction = transactionsOn(pool);
  const writing: Within = (work) =>
    inTransaction(async (transaction) => {
      const tx = asTx(transaction);
      if (surroundings) surround(tx, surroundings);
      const result = await work(tx);
      await finish(tx);
      return { result, last: leftForCommit(tx) };
    });
  const reading = asTx(readingOn(readers));
  neverCommits(reading);
  if (surroundings) surround(reading, surroundings);

  return {
    within: (work, { readOnly = false } = {}) =>
      retried(() => (readOnly ? work(reading) : writing(work)), max),
    // over the readers: those who write may all be waiting, and it is well nonetheless
    ping: async () => {
      await readers.query('select 1');
    },
    pool,
    readers,
    close: closing([pool, readers]),
  };
}

/** Makes a new connection refuse to write. */
async function refuseWrites(client: pg.ClientBase): Promise<void> {
  await client.query('set default_transaction_read_only = on');
}

/**
 * Ends the pools and waits until their last connection is closed. A pool itself only waits until it
 * said goodbye on each: whoever ends the server next would still be heard on one of them.
 */
function closing(pools: readonly pg.Pool[]): () => Promise<void> {
  const closers = pools.map((pool) => {
    const open = new Set<pg.PoolClient>();
    pool.on('connect', (client) => open.add(client));
    pool.on('remove', (client) => open.delete(client));
    return async () => {
      await pool.end();
      while (open.size > 0) await new Promise((resolve) => pool.once('remove', resolve));
    };
  });
  return async () => {
    await Promise.all(closers.map((close) => close()));
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

/**
 * Does work again: a few times, later each time, where another transaction was in its way; and at
 * once where a connection was out of date. That one is replaced, and each of the others may be like
 * it.
 */
async function retried<T>(work: () => Promise<T>, connections: number): Promise<T> {
  let [collided, replaced] = [0, 0];
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (isOutOfDate(error) && replaced < connections) {
        replaced += 1;
        continue;
      }
      collided += 1;
      if (collided === tries || !inTheWay.has(sqlState(error) ?? '')) throw error;
      await new Promise((resolve) => setTimeout(resolve, 2 ** collided * (5 + Math.random() * 5)));
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
