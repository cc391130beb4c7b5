import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { emptyDatabase, queryAs, type Clone } from '#test/database.ts';
import { filesOnDisk } from '#platform/files/files-on-disk.ts';
import type { Files } from '#platform/files/files.ts';
import { installJobs } from '#platform/jobs/install-jobs.ts';
import { migrate } from '../migrate.ts';
import type { Migration } from '../migrations.ts';
import { CannotRestore, restoreBackup } from './restore-backup.ts';
import { takeBackup } from './take-backup.ts';
import { BrokenArchive } from './tar.ts';

const shop = migration(
  '20260101-1000-shop',
  `
  create schema shop;
  create table shop.person (
    id int primary key, boss int, name text not null, made bytea, at timestamptz, "on" date,
    money bigint, ratio double precision, facts jsonb, tags text[],
    loud text generated always as (upper(name)) stored
  );
  comment on table shop.person is 'person: Someone.';
  create table shop.badge (
    id bigint generated always as identity primary key, person int not null references shop.person
  );
  comment on table shop.badge is 'person, append-only: What someone wears.';
  alter table shop.person add foreign key (boss) references shop.person;
  create table shop.seed (word text primary key);
  comment on table shop.seed is 'global: Words.';
  insert into shop.seed values ('from the migration');
  create function shop.refuse() returns trigger language plpgsql as
    $$ begin raise exception 'not by hand'; end $$;
  create trigger refuse before insert on shop.badge for each row execute function shop.refuse();`,
);
const later = migration(
  '20260101-1100-later',
  `
  alter table shop.person add column nickname text not null default 'none'`,
);

const rows = `
  insert into shop.person values
    (1, 2, E'Ada\\t\\\\N\\nLovelace', '\\x00ff', '2026-03-31 12:00:00.123456+02', '2026-03-31',
      9223372036854775807, 0.1, '{"a": "\\u00e9"}', '{a,"b c",null}'),
    (2, 1, '', null, 'infinity', null, null, 'NaN', null, '{}');
  alter table shop.badge disable trigger refuse;
  insert into shop.badge (person) select 1 from generate_series(1, 30000);
  alter table shop.badge enable trigger refuse;
  update shop.seed set word = 'changed since'`;

test('what was backed up is what is restored: rows, files, sequences, rules', async () => {
  const [source, target] = [await place([shop]), await place()];
  await queryAs(source.ownerUrl, rows);
  const { hash } = await source.files.put(Buffer.from('an invoice'));
  await source.files.put(Buffer.alloc(0));
  const archive = await backupOf(source);

  const restored = await restoreInto(target, archive, [shop]);

  expect(restored).toMatchObject({ files: 2, rows: { 'shop.person': 2, 'shop.badge': 30_000 } });
  for (const table of ['shop.person', 'shop.badge', 'shop.seed']) {
    expect(await contentOf(target, table), table).toEqual(await contentOf(source, table));
  }
  expect(await buffer(target.files.read(hash))).toEqual(Buffer.from('an invoice'));
  const next = "select nextval(pg_get_serial_sequence('shop.badge', 'id'))::int as id";
  expect(await queryAs(target.ownerUrl, next)).toEqual([{ id: 30_001 }]);
  const insert = 'insert into shop.badge (person) values (1)';
  await expect(queryAs(target.ownerUrl, insert)).rejects.toThrow('not by hand');
  await expect(queryAs(target.ownerUrl, 'update shop.person set boss = 9')).rejects.toThrow(
    'violates foreign key constraint',
  );
  await expect(queryAs(target.url, 'delete from shop.badge')).rejects.toThrow('permission denied');
});

test('a backup of an earlier release is brought to the present', async () => {
  const [source, target] = [await place([shop]), await place()];
  await queryAs(source.ownerUrl, rows);
  await restoreInto(target, await backupOf(source), [shop, later]);
  expect(
    await queryAs(target.ownerUrl, 'select id, nickname from shop.person order by id'),
  ).toEqual([
    { id: 1, nickname: 'none' },
    { id: 2, nickname: 'none' },
  ]);
});

test('a backup is of one instant, whatever is written meanwhile', async () => {
  const [source, target] = [await place([shop]), await place()];
  await queryAs(source.ownerUrl, rows);
  const bytes = takeBackup(source, new Date(0));
  const pieces = [(await bytes.next()).value as Buffer]; // the snapshot is taken
  await queryAs(source.ownerUrl, "insert into shop.seed values ('too late')");
  for await (const piece of bytes) pieces.push(piece);

  await restoreInto(target, Buffer.concat(pieces), [shop]);
  expect(await contentOf(target, 'shop.seed')).toEqual(['("changed since")']);
});

test('waiting jobs are in it', async () => {
  const [source, target] = [await place([shop]), await place()];
  await queryAs(
    source.ownerUrl,
    `
    select pgboss.create_queue('test.greet', '{"policy": "standard"}'::jsonb);
    insert into pgboss.job (name, data) values ('test.greet', '{"whom": "Ada"}')`,
  );
  await restoreInto(target, await backupOf(source), [shop]);
  expect(
    await queryAs(target.ownerUrl, "select data from pgboss.job where name = 'test.greet'"),
  ).toEqual([{ data: { whom: 'Ada' } }]);
});

test('a database that is not empty is left as it is', async () => {
  const [source, target] = [await place([shop]), await place([shop])];
  await queryAs(target.ownerUrl, rows);
  const attempt = restoreInto(target, await backupOf(source), [shop]);
  await expect(attempt).rejects.toThrow(CannotRestore);
  await expect(attempt).rejects.toThrow(/this one has .*shop/);
  expect(await contentOf(target, 'shop.seed')).toEqual(['("changed since")']);
});

test('a backup of a later or another release is refused', async () => {
  const [source, target] = [await place([shop, later]), await place()];
  const archive = await backupOf(source);
  await expect(restoreInto(target, archive, [shop])).rejects.toThrow(
    /20260101-1100-later is not known to this program/,
  );
  const other = { ...later, sha256: 'other' };
  await expect(restoreInto(target, archive, [shop, other])).rejects.toThrow(
    /20260101-1100-later is not the one/,
  );
});

test('a damaged backup restores nothing, wherever it is cut', async () => {
  const [source, target] = [await place([shop]), await place()];
  await queryAs(source.ownerUrl, rows);
  await source.files.put(Buffer.from('an invoice'));
  const archive = await backupOf(source);
  const cuts = [100, 2_000, archive.indexOf('tables/shop.badge') + 3_000, archive.length - 2_000];
  for (const cut of cuts) {
    await expect(restoreInto(target, archive.subarray(0, cut), [shop]), `${cut}`).rejects.toThrow(
      BrokenArchive,
    );
    expect(await queryAs(target.ownerUrl, "select to_regnamespace('shop') as shop")).toEqual([
      { shop: null },
    ]);
  }
  const changed = Buffer.from(archive);
  changed.write('X', archive.indexOf('an invoice'));
  await expect(restoreInto(target, changed, [shop])).rejects.toThrow(/the file .* is damaged/);
  await expect(restoreInto(target, Buffer.from('x'.repeat(2000)), [shop])).rejects.toThrow(
    'this is not a backup of Atrio',
  );

  await restoreInto(target, archive, [shop]); // and still can be
});

test('rows that contradict each other are not restored', async () => {
  const [source, target] = [await place([shop]), await place()];
  await queryAs(source.ownerUrl, rows);
  const archive = await backupOf(source);
  const at = archive.indexOf('\n2\t1\t') + 3;
  expect(at).toBeGreaterThan(3);
  archive.write('7', at); // the boss of 2 is nobody
  await expect(restoreInto(target, archive, [shop])).rejects.toThrow('violates foreign key');
});

test('any tar can read it', async () => {
  const archive = await backupOf(await place([shop]));
  const { stdout, status } = spawnSync('tar', ['tf', '-'], { input: archive });
  expect(status).toBe(0);
  const names = stdout.toString().trim().split('\n');
  expect(names.at(0)).toBe('manifest.json');
  expect(names).toContain('tables/shop.seed/000001.copy');
  expect(names.at(-1)).toBe('end.json');
});

type Place = Clone & { files: Files };

function migration(name: string, sql: string): Migration {
  return { name, path: `${name}.sql`, sql, sha256: sql };
}

async function place(migrations?: readonly Migration[]): Promise<Place> {
  const clone = await emptyDatabase();
  onTestFinished(clone.drop);
  const folder = await mkdtemp(join(tmpdir(), 'atrio-backup-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const { ownerUrl, url: appUrl } = clone;
  if (migrations) await migrate({ ownerUrl, appUrl, migrations, extra: installJobs });
  return { ...clone, files: filesOnDisk(join(folder, 'files')) };
}

async function backupOf(source: Place): Promise<Buffer> {
  const pieces = [];
  for await (const piece of takeBackup(source, new Date('2026-03-31T12:00:00Z')))
    pieces.push(piece);
  return Buffer.concat(pieces);
}

function restoreInto(target: Place, archive: Buffer, migrations: readonly Migration[]) {
  const { ownerUrl, url: appUrl, files } = target;
  const pieces = (async function* () {
    for (let at = 0; at < archive.length; at += 65_536) yield archive.subarray(at, at + 65_536);
  })();
  return restoreBackup({ ownerUrl, appUrl, files, migrations, extra: installJobs }, pieces);
}

async function contentOf({ ownerUrl }: Place, table: string): Promise<string[]> {
  const rows = await queryAs<{ row: string }>(
    ownerUrl,
    `select t::text as row from ${table} t order by 1`,
  );
  return rows.map(({ row }) => row);
}
