// Taking a backup: every table as it is in one instant, while everyone goes on working.
import pg from 'pg';
import { to } from 'pg-copy-streams';
import type { Instant } from '#kernel/calendar.ts';
import type { Files } from '#platform/files/files.ts';
import { columnsOf, nameOf, sequencesOf, tablesOf } from './contents.ts';
import { keyOf, type End, type Manifest, type TableOf } from './manifest.ts';
import { endOfTar, headerOf, paddingAfter } from './tar.ts';

export type BackupSource = { readonly ownerUrl: string; readonly files: Files };

/** The bytes of a backup, uncompressed. Ends early only by throwing. */
export async function* takeBackup(
  { ownerUrl, files }: BackupSource,
  at: Instant,
): AsyncGenerator<Buffer> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'atrio backup' });
  client.on('error', () => undefined); // the query that meets it says so
  await client.connect();
  try {
    const rows: End['rows'] = {};
    const manifest = await beginSnapshot(client, at);
    yield* whole('manifest.json', Buffer.from(JSON.stringify(manifest, undefined, 1)), at);
    for (const table of manifest.tables) {
      rows[keyOf(table)] = yield* tableEntries(client, table, at);
    }
    // a file is stored before the row that names it is committed: all that the snapshot knows are
    // here
    const count = yield* fileEntries(files, at);
    const last: End = { rows, files: count };
    yield* whole('end.json', Buffer.from(JSON.stringify(last)), at);
    yield endOfTar;
  } finally {
    await client.end();
  }
}

/** One snapshot for all tables, which a migration cannot change under our hands. */
async function beginSnapshot(client: pg.Client, at: Instant): Promise<Manifest> {
  await client.query(
    "begin isolation level repeatable read read only; set local datestyle = 'ISO'",
  );
  const tables = await tablesOf(client);
  const names = tables.map((table) => nameOf(client, table));
  await client.query(`lock table ${names.join(', ')} in access share mode`);
  const { rows: migrations } = await client.query<Manifest['migrations'][number]>(
    'select name, sha256 from platform.migration order by name',
  );
  const sequences = await sequencesOf(client);
  return { format: 'atrio-backup-1', takenAt: at.toISOString(), migrations, tables, sequences };
}

const pieceBytes = 4 * 1024 * 1024;

async function* tableEntries(
  client: pg.Client,
  table: TableOf,
  at: Instant,
): AsyncGenerator<Buffer, number> {
  // as a query: a partitioned table gives its rows no other way
  const columns = columnsOf(client, table);
  const stream = client.query(
    to(`copy (select ${columns} from ${nameOf(client, table)}) to stdout`),
  );
  let number = 0;
  let piece: Buffer[] = [];
  let size = 0;
  const cut = async function* () {
    number += 1;
    const name = `tables/${keyOf(table)}/${String(number).padStart(6, '0')}.copy`;
    yield* whole(name, Buffer.concat(piece), at);
    piece = [];
    size = 0;
  };
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    piece.push(chunk);
    size += chunk.length;
    if (size >= pieceBytes) yield* cut();
  }
  if (size > 0) yield* cut();
  return stream.rowCount;
}

async function* fileEntries(files: Files, at: Instant): AsyncGenerator<Buffer, number> {
  let count = 0;
  for await (const hash of files.list()) {
    const size = await files.sizeOf(hash);
    if (size === undefined) continue;
    yield headerOf(`files/${hash}`, size, at);
    yield* files.read(hash);
    yield paddingAfter(size);
    count += 1;
  }
  return count;
}

async function* whole(name: string, bytes: Buffer, at: Instant): AsyncGenerator<Buffer> {
  yield headerOf(name, bytes.length, at);
  yield bytes;
  yield paddingAfter(bytes.length);
}
