// Putting a backup back: into an empty database, all of it or nothing.
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import pg from 'pg';
import { from, type CopyStreamQuery } from 'pg-copy-streams';
import type { Files } from '#platform/files/files.ts';
import { migrate } from '../migrate.ts';
import { findMigrations, type Migration } from '../migrations.ts';
import { columnsOf, foreignKeysOf, nameOf, schemasOf, tablesOf } from './contents.ts';
import { end, keyOf, manifest, type End, type Manifest, type TableOf } from './manifest.ts';
import { BrokenArchive, readTar, type Entry } from './tar.ts';

export type RestoreTarget = {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly files: Files;
  /** What others keep in the database, as in `migrate`. */
  readonly extra?: (ownerUrl: string) => Promise<void>;
  readonly migrations?: readonly Migration[];
};

/** A backup that does not fit here. Nothing was changed. */
export class CannotRestore extends Error {
  override readonly name = 'CannotRestore';
}

/**
 * Migrates to where the backup was taken, puts its rows in, lets every foreign key check them, and
 * then goes on to what this program needs.
 */
export async function restoreBackup(
  target: RestoreTarget,
  archive: AsyncIterable<Uint8Array>,
): Promise<Manifest & End> {
  const { ownerUrl, appUrl } = target;
  const entries = readTar(archive);
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'atrio restore' });
  client.on('error', () => undefined); // the query that meets it says so
  await client.connect();
  try {
    const described = manifest.parse(await jsonOf(await nextOf(entries, 'manifest.json')));
    const all = target.migrations ?? (await findMigrations());
    const migrations = knownOf(described, all);
    const extra = target.extra === undefined ? {} : { extra: target.extra };
    await refuseUnlessEmpty(client);
    try {
      await migrate({ ownerUrl, appUrl, migrations, ...extra });
      const last = await putBack(client, { entries, described, files: target.files });
      await migrate({ ownerUrl, appUrl, migrations: all, ...extra });
      await client.query('analyze');
      return { ...described, ...last };
    } catch (error) {
      await emptyAgain(client);
      throw error;
    }
  } finally {
    await entries.return(undefined);
    await client.end();
  }
}

/** The program's own texts of what the backed-up database had seen. */
function knownOf({ migrations }: Manifest, all: readonly Migration[]): Migration[] {
  const ours = new Map(all.map((migration) => [migration.name, migration]));
  return migrations.map(({ name, sha256 }) => {
    const known = ours.get(name);
    if (known?.sha256 === sha256) return known;
    throw new CannotRestore(
      `This backup was taken by another Atrio: its migration ${name} is ` +
        (known ? 'not the one that this program has.' : 'not known to this program.') +
        ' Restore it with the release that took it, or a later one.',
    );
  });
}

async function refuseUnlessEmpty(client: pg.Client): Promise<void> {
  const found = await schemasOf(client);
  if (found.length === 0) return;
  throw new CannotRestore(
    `A backup is restored into an empty database; this one has ${found.join(', ')}. ` +
      'Give an empty data folder (ATRIO_DATA) or a new database (DATABASE_URL).',
  );
}

async function emptyAgain(client: pg.Client): Promise<void> {
  await client.query('rollback');
  for (const schema of await schemasOf(client)) {
    await client.query(`drop schema ${client.escapeIdentifier(schema)} cascade`);
  }
}

type Contents = { entries: AsyncGenerator<Entry>; described: Manifest; files: Files };

/** In one transaction: triggers and foreign keys away, rows in, foreign keys back, triggers on. */
async function putBack(client: pg.Client, contents: Contents): Promise<End> {
  await client.query("begin; set local client_min_messages = warning; set local datestyle = 'ISO'");
  const tables = tablesToFill(contents.described, await tablesOf(client));
  const names = tables.map((table) => nameOf(client, table));
  const keys = await foreignKeysOf(client);
  for (const { drop } of keys) await client.query(drop);
  for (const name of names) await client.query(`alter table ${name} disable trigger user`);
  await client.query(`truncate ${names.join(', ')}`); // of what migrations put in

  const last = await fill(client, contents);

  for (const { add } of keys) await client.query(add);
  for (const name of names) await client.query(`alter table ${name} enable trigger user`);
  for (const { schema, name, value, isCalled } of contents.described.sequences) {
    const sequence = nameOf(client, { schema, name });
    await client.query('select setval($1::regclass, $2, $3)', [sequence, value, isCalled]);
  }
  await client.query('commit');
  return last;
}

/** Every table of the backup must be here, with all its columns. */
function tablesToFill(described: Manifest, here: readonly TableOf[]): readonly TableOf[] {
  const known = new Map(here.map((table) => [keyOf(table), new Set(table.columns)]));
  for (const table of described.tables) {
    const missing = table.columns.filter((column) => !known.get(keyOf(table))?.has(column));
    if (missing.length === 0) continue;
    throw new CannotRestore(`This program has no ${keyOf(table)} with ${missing.join(', ')}.`);
  }
  return described.tables;
}

/** Rows and files as they come; then the counts must agree with what was written. */
async function fill(client: pg.Client, contents: Contents): Promise<End> {
  const filled = fillings(client, contents.described);
  try {
    return await fillAll(filled, contents);
  } catch (error) {
    await filled.abort();
    throw error;
  }
}

async function fillAll(filled: Fillings, { entries, files }: Contents): Promise<End> {
  let count = 0;
  for await (const { name, body } of entries) {
    const [kind, key = ''] = name.split('/');
    if (kind === 'tables') {
      await filled.write(key, body);
    } else if (kind === 'files') {
      const { hash } = await files.put(body);
      if (hash !== key) throw new BrokenArchive(`the file ${key} is damaged`);
      count += 1;
    } else if (name === 'end.json') {
      const rows = await filled.close();
      return agreed(end.parse(await jsonOf({ name, body })), { rows, files: count });
    }
  }
  throw new BrokenArchive('the backup is cut off');
}

type Fillings = ReturnType<typeof fillings>;
type Filling = { key: string; stream: CopyStreamQuery; ended: Promise<void> };

/** One COPY after the other: the pieces of a table come together. */
function fillings(client: pg.Client, { tables }: Manifest) {
  const rows: End['rows'] = Object.fromEntries(tables.map((table) => [keyOf(table), 0]));
  let open: Filling | undefined;

  const begin = (key: string): Filling => {
    const table = tables.find((candidate) => keyOf(candidate) === key);
    if (!table) throw new BrokenArchive(`the backup has rows of ${key}, which it does not name`);
    const text = `copy ${nameOf(client, table)} (${columnsOf(client, table)}) from stdin`;
    const stream = client.query(from(text));
    const ended = finished(stream);
    ended.catch(() => undefined); // told by whoever waits for it
    return { key, stream, ended };
  };
  const close = async () => {
    if (!open) return rows;
    const { key, stream, ended } = open;
    stream.end();
    await ended;
    rows[key] = stream.rowCount;
    open = undefined;
    return rows;
  };
  return {
    close,
    write: async (key: string, body: AsyncIterable<Buffer>) => {
      if (open?.key !== key) await close();
      open ??= begin(key);
      const { stream, ended } = open;
      for await (const bytes of body) {
        if (!stream.write(bytes)) await Promise.race([once(stream, 'drain'), ended]);
      }
    },
    /** Ends a COPY that is under way, so that the connection can be used again. */
    abort: async () => {
      open?.stream.destroy(new Error('given up'));
      await open?.ended.catch(() => undefined);
    },
  };
}

function agreed(written: End, read: End): End {
  for (const [key, count] of Object.entries(written.rows)) {
    if (read.rows[key] === count) continue;
    throw new BrokenArchive(`${key} should have ${count} rows, the backup has ${read.rows[key]}`);
  }
  if (written.files !== read.files) throw new BrokenArchive('files are missing in the backup');
  return written;
}

async function nextOf(entries: AsyncGenerator<Entry>, name: string): Promise<Entry> {
  const { value } = await entries.next();
  if (value === undefined || value.name !== name) {
    throw new BrokenArchive('this is not a backup of Atrio');
  }
  return value as Entry;
}

async function jsonOf({ body }: Pick<Entry, 'name' | 'body'>): Promise<unknown> {
  const pieces: Buffer[] = [];
  for await (const piece of body) pieces.push(piece);
  return JSON.parse(Buffer.concat(pieces).toString('utf8'));
}
