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
import { OpeningStatement, Statement, type Access } from './statement.ts';

type Options = { readonly readOnly?: boolean };
type Work<T> = (transaction: Transaction<unknown>) => Promise<T>;

/** Opens transactions on connections of a pool. */
export function transactionsOn(pool: pg.Pool) {
  const dialect = new PostgresDialect({ pool });
  const [adapter, compiler] = [dialect.createAdapter(), dialect.createQueryCompiler()];
  const props = { config: { dialect }, dialect, driver: dialect.createDriver() };

  return async <T>({ readOnly = false }: Options = {}, work: Work<T>): Promise<T> => {
    const client = await pool.connect();
    const connection = new TransactionConnection(client, readOnly);
    const provideConnection = <R>(use: (one: DatabaseConnection) => Promise<R>) => use(connection);
    const executor = new DefaultQueryExecutor(compiler, adapter, { provideConnection });
    let isSound = false;
    try {
      const result = await work(new Transaction({ ...props, executor }));
      await connection.commit();
      isSound = true;
      return result;
    } catch (error) {
      isSound = (await connection.rollback()) && !isOutOfDate(error);
      throw error;
    } finally {
      client.release(!isSound);
    }
  };
}

/**
 * A connection planned a statement for tables that a migration has changed since. It has to be
 * replaced; the work can be done again on another one.
 */
export function isOutOfDate(error: unknown): boolean {
  const routine = error instanceof Error && 'routine' in error ? error.routine : undefined;
  return routine === 'RevalidateCachedQuery';
}

class TransactionConnection implements DatabaseConnection {
  readonly #client: pg.PoolClient;
  readonly #access: Access;
  #state: 'new' | 'open' | 'over' = 'new';

  constructor(client: pg.PoolClient, readOnly: boolean) {
    this.#client = client;
    this.#access = readOnly ? 'read only' : 'read write';
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    try {
      return await this.#ask<R>(query);
    } catch (error) {
      // where it was asked, not where the answer was read
      if (error instanceof Error) Error.captureStackTrace(error);
      throw error;
    }
  }

  #ask<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    return new Promise((resolve, reject) => {
      if (this.#state === 'over') throw new Error('the transaction is over');
      const answer = (error: Error | null, result: pg.QueryResult<R & pg.QueryResultRow>) =>
        error ? reject(error) : resolve(toResult(result));
      const statement =
        this.#state === 'open'
          ? new Statement(sql, parameters, answer)
          : new OpeningStatement(this.#access, sql, parameters, answer);
      this.#state = 'open';
      void this.#client.query(statement);
    });
  }

  async commit(): Promise<void> {
    const wasOpen = this.#state === 'open';
    this.#state = 'over';
    if (!wasOpen) return;
    const { command } = await this.#client.query('commit');
    // that is how PostgreSQL answers after a statement that failed
    if (command === 'ROLLBACK') throw new AbortedTransactionError();
  }

  /** False when the connection is of no more use: whatever was begun on it ends with it. */
  async rollback(): Promise<boolean> {
    const wasNew = this.#state === 'new';
    this.#state = 'over';
    if (wasNew) return true;
    return this.#client.query('rollback').then(
      () => true,
      () => false,
    );
  }

  streamQuery(): never {
    throw new Error('nothing reads row by row');
  }
}

function toResult<R extends pg.QueryResultRow>(result: pg.QueryResult<R>): QueryResult<R> {
  const { rows, rowCount, command } = result;
  return changing.has(command) ? { rows, numAffectedRows: BigInt(rowCount ?? 0) } : { rows };
}

const changing = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE']);
