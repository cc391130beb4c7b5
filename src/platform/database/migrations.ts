// The migration files of all modules: plain SQL, forward only, ordered by their names.
import { createHash } from 'node:crypto';
import { glob, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

export type Migration = {
  /** `20261122-0900-platform`: unique in the whole product, since it is the order. */
  readonly name: string;
  readonly path: string;
  readonly sql: string;
  readonly sha256: string;
};

const sources = join(import.meta.dirname, '../..');

/** Every migration below `src`, the earliest first. */
export async function findMigrations(root: string = sources): Promise<Migration[]> {
  const patterns = ['platform/database/migrations/*.sql', 'modules/*/migrations/*.sql'];
  const migrations: Migration[] = [];
  for await (const path of glob(patterns, { cwd: root })) {
    migrations.push(await readMigration(root, path));
  }
  const ordered = migrations.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const twice = ordered.find((migration, index) => ordered[index + 1]?.name === migration.name);
  if (twice) throw new Error(`two migrations are called ${twice.name}`);
  return ordered;
}

async function readMigration(root: string, path: string): Promise<Migration> {
  const name = basename(path, '.sql');
  if (!/^\d{8}-\d{4}-[a-z0-9-]+$/.test(name)) {
    throw new Error(`${path}: a migration is called YYYYMMDD-HHMM-noun.sql`);
  }
  const sql = await readFile(join(root, path), 'utf8');
  return { name, path, sql, sha256: createHash('sha256').update(sql).digest('hex') };
}
