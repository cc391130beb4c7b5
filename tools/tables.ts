// npm run tables: runs all migrations in a scratch database and writes what it has become: the
// table
// types of each module and docs/schema.sql. With --check it writes nothing and fails when they
// differ.
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import pg from 'pg';
import { migrate, MigrationFailed } from '#platform/database/migrate.ts';
import { findMigrations, type Migration } from '#platform/database/migrations.ts';
import { startScratch } from '#platform/database/scratch.ts';
import { listingOf } from './tables/listing.ts';
import { readCatalogue, type Catalogue } from './tables/read.ts';
import { typesOf } from './tables/types.ts';

const root = join(import.meta.dirname, '..');
const isCheck = process.argv.includes('--check');

const scratch = await startScratch();
try {
  const broken = await migrateWhatRuns(scratch.url, scratch.appUrl);
  const client = new pg.Client({ connectionString: scratch.url });
  await client.connect();
  const catalogue = await readCatalogue(client);
  await client.end();
  const stale = await update(filesOf(catalogue, broken));
  if (broken.size > 0 || (isCheck && stale > 0)) process.exitCode = 1;
} finally {
  await scratch.stop();
}

/**
 * Goes on past a migration that fails, so that one half-written file does not stop everyone else.
 */
async function migrateWhatRuns(ownerUrl: string, appUrl: string): Promise<Set<string>> {
  const broken = new Set<string>();
  let migrations = await findMigrations();
  for (;;) {
    try {
      await migrate({ ownerUrl, appUrl, migrations });
      return broken;
    } catch (error) {
      console.error(error instanceof MigrationFailed ? `✗ ${error.message}` : error);
      const failed = error instanceof MigrationFailed ? error.migration : undefined;
      if (!failed) return broken.add('');
      broken.add(failed.path);
      migrations = migrations.filter((migration: Migration) => migration !== failed);
    }
  }
}

function filesOf(catalogue: Catalogue, broken: Set<string>): Map<string, string> {
  const files = new Map<string, string>();
  for (const schema of new Set(catalogue.tables.map((table) => table.schema))) {
    const folder = schema === 'platform' ? 'src/platform/database' : `src/modules/${schema}`;
    const isBroken = [...broken].some((path) => join('src', path).startsWith(`${folder}/`));
    if (isBroken || !existsSync(join(root, folder))) continue;
    files.set(join(root, folder, 'tables.generated.ts'), typesOf(schema, catalogue));
  }
  if (broken.size === 0) files.set(join(root, 'docs/schema.sql'), listingOf(catalogue));
  return files;
}

/** Writes, or only names, what differs; gives how many files do. */
async function update(files: Map<string, string>): Promise<number> {
  let stale = 0;
  for (const [file, text] of files) {
    if ((await readFile(file, 'utf8').catch(() => '')) === text) continue;
    stale++;
    console.log(`${isCheck ? 'differs' : 'wrote'} ${relative(root, file)}`);
    if (isCheck) continue;
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  return stale;
}
