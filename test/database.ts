// A migrated, empty database of one's own: a clone of the run's template.
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { openDatabase, type Database } from '#platform/database/database.ts';
import type { Surroundings } from '#platform/database/surroundings.ts';

export type TestDatabase = {
  /** As the application: what createApp is given. */
  readonly url: string;
  readonly ownerUrl: string;
  readonly database: Database;
  /**
   * Rows of a statement run as the owner, for what no door shows: `await query('select …', [1])`.
   */
  query<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>;
  drop(): Promise<void>;
};

/** Clones the template. Whoever asks for one drops it: `onTestFinished(fresh.drop)`. */
export async function freshDatabase({
  surroundings,
}: { surroundings?: Surroundings } = {}): Promise<TestDatabase> {
  const clone = await cloneTemplate();
  const database = openDatabase(clone.url, {
    max: 8,
    ...(surroundings === undefined ? {} : { surroundings }),
  });
  return {
    ...clone,
    database,
    query: (text, values) => queryAs(clone.ownerUrl, text, values),
    drop: async () => {
      await database.close();
      await clone.drop();
    },
  };
}

export type Clone = { url: string; ownerUrl: string; drop: () => Promise<void> };

/** The bare clone, with nobody connected to it. */
export function cloneTemplate(): Promise<Clone> {
  return cloneOf(inject('testServer').template);
}

/** A database in which nothing is, not even Atrio. */
export function emptyDatabase(): Promise<Clone> {
  return cloneOf('template0');
}

async function cloneOf(template: string): Promise<Clone> {
  const { adminUrl, ownerUrl, appUrl, template: prefix } = inject('testServer');
  const name = `${prefix}_${randomBytes(8).toString('hex')}`;
  const owner = decodeURIComponent(new URL(ownerUrl).username);
  await queryAs(
    adminUrl,
    `create database ${name} template ${template} strategy file_copy owner "${owner}"`,
  );
  return {
    url: named(appUrl, name),
    ownerUrl: named(ownerUrl, name),
    drop: () => dropDatabase(adminUrl, name),
  };
}

/**
 * The server itself gives those who are leaving five seconds. Whoever stays is thrown out, and would
 * say so in a test that has nothing to do with it: so that is the second try only.
 */
async function dropDatabase(adminUrl: string, name: string): Promise<void> {
  const drop = `drop database if exists ${name}`;
  await queryAs(adminUrl, drop).catch(() => queryAs(adminUrl, `${drop} with (force)`));
}

export async function queryAs<Row extends pg.QueryResultRow>(
  url: string,
  text: string,
  values?: unknown[],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Row>(text, values);
    return rows;
  } finally {
    await client.end();
  }
}

function named(url: string, database: string): string {
  return Object.assign(new URL(url), { pathname: database }).href;
}
