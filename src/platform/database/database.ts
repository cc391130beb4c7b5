import { CompiledQuery, Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { PreparingClient } from './preparing-client.ts';
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
  const [pool, readers] = [openPool(), openPool()];
  const kysely = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  const reading = asReader(readers);
  if (surroundings) surround(reading, surroundings);

  const writing: Within = (work) =>
    kysely
      .transaction()
      .setAccessMode('read write')
      .execute((transaction) => {
        const tx = asTx(transaction);
        if (surroundings) surround(tx, surroundings);
        return work(tx);
      });

  return {
    within: (work, { readOnly = false } = {}) =>
      retried(() => (readOnly ? work(reading) : writing(work))),
    ping: async () => {
      await sql`select 1`.execute(kysely);
    },
    pool,
    readers,
    close: closing([pool, readers]),
  };

  function openPool(): pg.Pool {
    const opened = new pg.Pool({ connectionString, max, Client: PreparingClient, types });
    return opened.on('error', onError);
  }
}

function asReader(pool: pg.Pool): Tx {
  const dialect = new PostgresDialect({
    pool,
    onCreateConnection: async (connection) => {
      await connection.executeQuery(CompiledQuery.raw('set default_transaction_read_only = on'));
    },
  });
  return asTx(new Kysely<unknown>({ dialect }));
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

async function retried<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === tries || !inTheWay.has(sqlState(error) ?? '')) throw error;
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
