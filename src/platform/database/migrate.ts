// The migration runner: brings a database to what this program needs, or says why it must not.
import pg from 'pg';
import { grantRights } from './grants.ts';
import { findMigrations, type Migration } from './migrations.ts';

export type MigrateOptions = {
  /** The owner of the tables (ATRIO_MIGRATION_URL). */
  readonly ownerUrl: string;
  /** What the application connects as; its role gets the rights that the tables' comments say. */
  readonly appUrl: string;
  /** By default all files below `src`. */
  readonly migrations?: readonly Migration[];
  /** What others keep in the same database (jobs), brought up to date after the SQL. */
  readonly extra?: (ownerUrl: string) => Promise<void>;
  /** How long one try of a migration waits for a lock, lest all requests queue behind it. */
  readonly lockTimeoutMs?: number;
};

/** A migration that does not run on this database. Nothing of it is left. */
export class MigrationFailed extends Error {
  override readonly name = 'MigrationFailed';
  /** The file to blame, where there is one. */
  readonly migration: Migration | undefined;
  constructor(
    message: string,
    { migration, cause }: { migration?: Migration; cause?: unknown } = {},
  ) {
    super(message, { cause });
    this.migration = migration;
  }
}

const onlyOne = 4_121_002;

/** Runs what is missing, one starter at a time, and gives the names of what it ran. */
export async function migrate(options: MigrateOptions): Promise<string[]> {
  const migrations = options.migrations ?? (await findMigrations());
  const role = await roleOf(options.appUrl);
  const client = new pg.Client({
    connectionString: options.ownerUrl,
    application_name: 'atrio migrating',
  });
  client.on('error', () => undefined); // the query that meets it says so
  await client.connect();
  try {
    // kept until the connection ends: a second starter waits here and finds nothing left to do
    await client.query('select pg_advisory_lock($1)', [onlyOne]);
    await client.query(bookkeeping);
    const missing = missingOf(migrations, await recorded(client));
    for (const migration of missing) await run(client, migration, options.lockTimeoutMs ?? 5_000);
    await options.extra?.(options.ownerUrl);
    if (role !== (await roleOf(options.ownerUrl))) await grantRights(client, role);
    return missing.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

const bookkeeping = `
  set client_min_messages = warning;
  create schema if not exists platform;
  create table if not exists platform.migration (
    name   text        not null primary key,
    sha256 text        not null,
    ran_at timestamptz not null default clock_timestamp()
  );
  comment on table platform.migration is
    'global, read-only: which migrations this database has seen, and what they said.'`;

type Recorded = { name: string; sha256: string };

async function recorded(client: pg.Client): Promise<Recorded[]> {
  const { rows } = await client.query<Recorded>('select name, sha256 from platform.migration');
  return rows;
}

/**
 * What has not run yet. A released migration is never edited, and a newer database is left alone.
 */
function missingOf(migrations: readonly Migration[], ran: readonly Recorded[]): Migration[] {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  const unknown = ran.filter(({ name }) => !known.has(name)).map(({ name }) => name);
  if (unknown.length > 0) {
    throw new MigrationFailed(
      `This database is newer than this program: it has seen ${unknown.join(', ')}. ` +
        'Start the Atrio that wrote it, or a later one.',
    );
  }
  const edited = ran.find(({ name, sha256 }) => known.get(name)?.sha256 !== sha256);
  if (edited) {
    throw new MigrationFailed(
      `The migration ${edited.name} was edited after it ran on this database. ` +
        'Restore its text and write a further migration.',
    );
  }
  const done = new Set(ran.map(({ name }) => name));
  return migrations.filter(({ name }) => !done.has(name));
}

const tries = 6;

/** One migration, one transaction; tried again when a lock was not to be had. */
async function run(client: pg.Client, migration: Migration, lockTimeoutMs: number): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await client.query(`begin; set local lock_timeout = ${lockTimeoutMs}`);
      await client.query(migration.sql);
      await client.query('insert into platform.migration (name, sha256) values ($1, $2)', [
        migration.name,
        migration.sha256,
      ]);
      await client.query('commit');
      return;
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      const isInTheWay = error instanceof pg.DatabaseError && error.code === '55P03';
      if (!isInTheWay || attempt === tries) throw failureOf(migration, error);
      await new Promise((resolve) => setTimeout(resolve, attempt * 500));
    }
  }
}

/** PostgreSQL's words with the line they are about. */
function failureOf(migration: Migration, error: unknown): MigrationFailed {
  const { path, sql } = migration;
  if (!(error instanceof pg.DatabaseError)) {
    return new MigrationFailed(`${path}: ${String(error)}`, { migration, cause: error });
  }
  const before = sql.slice(0, Number(error.position ?? 0) - 1).split('\n');
  const where = error.position === undefined ? path : `${path}:${before.length}`;
  const line = error.position === undefined ? '' : `\n  ${sql.split('\n')[before.length - 1]}`;
  const more = [error.detail, error.hint, error.where].filter(Boolean).map((text) => `\n  ${text}`);
  const message = `${where}: ${error.message}${line}${more.join('')}`;
  return new MigrationFailed(message, { migration, cause: error });
}

async function roleOf(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ role: string }>('select current_user as role');
    return rows[0]?.role ?? '';
  } finally {
    await client.end();
  }
}
