// Transactions that do not wait where nothing has to be waited for. Kysely's own runs one statement
// after the other, each a round trip; here `Promise.all` of several is one.
import {
  AbortedTransactionError,
  type CompiledQuery,
  type DatabaseConnection,
  DefaultQueryExecutor,
  PostgresDialect,
  type QueryResult,
  Transaction,
} from 'kysely';
import type pg from 'pg';
import { OpeningStatement, Statement } from './statement.ts';

type Answer<R> = (error: Error | null, result: pg.QueryResult<R & pg.QueryResultRow>) => void;
/** Gives what came of it, and what goes out with the commit. */
type Work<T> = (
  transaction: Transaction<unknown>,
) => Promise<{ readonly result: T; readonly last: readonly CompiledQuery[] }>;

/** Opens transactions on connections of a pool. */
export function transactionsOn(pool: pg.Pool) {
  const transactionOver = transactionsOf(pool);
  return async <T>(work: Work<T>): Promise<T> => {
    const client = await pool.connect();
    const connection = new TransactionConnection(client);
    let isSound = false;
    try {
      const { result, last } = await work(transactionOver(connection));
      await connection.commit(last);
      isSound = true;
      return result;
    } catch (error) {
      isSound = (await connection.rollback()) && !isOutOfDate(error) && !hasForgotten(error);
      throw error;
    } finally {
      client.release(!isSound);
    }
  };
}

/**
 * What only reads, statement by statement, each over any connection of a pool: those of a
 * transaction would see no less and no more of what others commit meanwhile.
 */
export function readingOn(pool: pg.Pool): Transaction<unknown> {
  return transactionsOf(pool)({
    executeQuery: async <R>({ sql, parameters }: CompiledQuery) => {
      const client = await pool.connect();
      let isSound = true;
      try {
        return await answerOf<R>(client, (answer) => new Statement(sql, parameters, answer));
      } catch (error) {
        isSound = !isOutOfDate(error);
        throw error;
      } finally {
        client.release(!isSound);
      }
    },
    streamQuery,
  });
}

/** Kysely's builder over a connection that is ours to open and to end. */
function transactionsOf(pool: pg.Pool): (connection: DatabaseConnection) => Transaction<unknown> {
  const dialect = new PostgresDialect({ pool });
  const [adapter, compiler] = [dialect.createAdapter(), dialect.createQueryCompiler()];
  const props = { config: { dialect }, dialect, driver: dialect.createDriver() };
  return (connection) => {
    const provideConnection = <R>(use: (one: DatabaseConnection) => Promise<R>) => use(connection);
    const executor = new DefaultQueryExecutor(compiler, adapter, { provideConnection });
    return new Transaction({ ...props, executor });
  };
}

/**
 * A connection planned a statement for tables that a migration has changed since. It has to be
 * replaced; the work can be done again on another one.
 */
export function isOutOfDate(error: unknown): boolean {
  return routineOf(error) === 'RevalidateCachedQuery';
}

/** A connection knows a statement no more that it was told; it would fail at it each time. */
function hasForgotten(error: unknown): boolean {
  return routineOf(error) === 'FetchPreparedStatement';
}

function routineOf(error: unknown): unknown {
  return error instanceof Error && 'routine' in error ? error.routine : undefined;
}

class TransactionConnection implements DatabaseConnection {
  readonly #client: pg.PoolClient;
  /** The first statement, which travels with the opening. */
  #first: Promise<unknown> | undefined;
  #isOpen = false;
  #isOver = false;

  constructor(client: pg.PoolClient) {
    this.#client = client;
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    if (this.#isOver) throw tooLate();
    if (this.#first === undefined) {
      const first = answerOf<R>(
        this.#client,
        (answer) => new OpeningStatement(sql, parameters, answer),
      );
      this.#first = first;
      return first;
    }
    if (!this.#isOpen) await this.#opened();
    return answerOf<R>(this.#client, (answer) => new Statement(sql, parameters, answer));
  }

  /** Until the opening is known to stand, nothing else is sent: it would run outside. */
  async #opened(): Promise<void> {
    await this.#first;
    if (this.#isOver) throw tooLate();
    this.#isOpen = true;
  }

  async commit([...left]: readonly CompiledQuery[]): Promise<void> {
    // something has to open it
    const opener = this.#first === undefined ? left.shift() : undefined;
    if (opener) await this.executeQuery(opener);
    this.#isOver = true;
    if (this.#first === undefined) return;
    await this.#first.catch(() => {
      throw new AbortedTransactionError();
    });
    const answers = left.map(({ sql, parameters }) =>
      answerOf(this.#client, (answer) => new Statement(sql, parameters, answer)),
    );
    const [{ command }] = await Promise.all([this.#client.query('commit'), ...answers]);
    // that is how PostgreSQL answers after a statement that failed
    if (command === 'ROLLBACK') throw new AbortedTransactionError();
  }

  /** False when the connection is of no more use: whatever was begun on it ends with it. */
  async rollback(): Promise<boolean> {
    this.#isOver = true;
    if (this.#first === undefined) return true;
    return this.#client.query('rollback').then(
      () => true,
      () => false,
    );
  }

  streamQuery = streamQuery;
}

const tooLate = (): Error => new Error('the transaction is over');

function streamQuery(): never {
  throw new Error('nothing reads row by row');
}

async function answerOf<R>(
  client: pg.PoolClient,
  statement: (answer: Answer<R>) => Statement,
): Promise<QueryResult<R>> {
  const asked = new Promise<QueryResult<R>>((resolve, reject) => {
    const answer: Answer<R> = (error, result) =>
      error ? reject(error) : resolve(toResult(result));
    void client.query(statement(answer));
  });
  try {
    return await asked;
  } catch (error) {
    // where it was asked, not where the answer was read
    if (error instanceof Error) Error.captureStackTrace(error);
    throw error;
  }
}

function toResult<R extends pg.QueryResultRow>(result: pg.QueryResult<R>): QueryResult<R> {
  const { rows, rowCount, command } = result;
  return changing.has(command) ? { rows, numAffectedRows: BigInt(rowCount ?? 0) } : { rows };
}

const changing = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE']);
