import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { cloneTemplate, emptyDatabase, queryAs, type Clone } from '#test/database.ts';
import { rightsFor } from './grants.ts';
import { migrate, MigrationFailed, type MigrateOptions } from './migrate.ts';
import { findMigrations, type Migration } from './migrations.ts';

const first = migration(
  '20260101-1000-first',
  `
  create schema shop;
  create table shop.sale (id int primary key);
  comment on table shop.sale is 'global: A sale.';`,
);
const second = migration(
  '20260101-1100-second',
  `
  create table shop.note (id int primary key);
  comment on table shop.note is 'global, append-only: A note.';`,
);

test('all migrations run on an empty database, in order, once', async () => {
  const clone = await empty();
  const all = await findMigrations();
  expect(await migrateOn(clone, { migrations: all })).toEqual(all.map(({ name }) => name));
  expect(await migrateOn(clone, { migrations: all })).toEqual([]);
  expect(await recordedOn(clone)).toEqual(all.map(({ name }) => name));
});

test('of two starters at once one migrates, the other finds nothing left', async () => {
  const clone = await empty();
  const slow = migration('20260101-1200-slow', 'select pg_sleep(0.5)');
  const migrations = [first, second, slow];
  const ran = await Promise.all([
    migrateOn(clone, { migrations }),
    migrateOn(clone, { migrations }),
  ]);
  expect(ran.map(({ length }) => length).toSorted((a, b) => a - b)).toEqual([0, 3]);
  expect(await recordedOn(clone)).toEqual(migrations.map(({ name }) => name));
});

test('a migration edited after it ran is refused, and what follows does not run', async () => {
  const clone = await empty();
  await migrateOn(clone, { migrations: [first] });
  const edited = migration(first.name, `${first.sql} -- harmless`);
  await expect(migrateOn(clone, { migrations: [edited, second] })).rejects.toThrow(
    /20260101-1000-first was edited after it ran/,
  );
  expect(await recordedOn(clone)).toEqual([first.name]);
});

test('a database that is newer than the program is left alone', async () => {
  const clone = await empty();
  await migrateOn(clone, { migrations: [first, second] });
  await expect(migrateOn(clone, { migrations: [first] })).rejects.toThrow(
    /newer than this program: it has seen 20260101-1100-second/,
  );
});

test('a migration that fails half-way leaves nothing, and says where it failed', async () => {
  const clone = await empty();
  const failing = migration(
    '20260101-1050-failing',
    `
    create table shop.half (id int);
    comment on table shop.half is 'global: Half.';
    insert into shop.sale values ('seven');`,
  );
  const attempt = migrateOn(clone, { migrations: [first, failing, second] });
  await expect(attempt).rejects.toThrow(MigrationFailed);
  await expect(attempt).rejects.toThrow(/20260101-1050-failing\.sql:4: invalid input syntax/);
  expect(await recordedOn(clone)).toEqual([first.name]);
  expect(await queryAs(clone.ownerUrl, "select to_regclass('shop.half') as half")).toEqual([
    { half: null },
  ]);

  await migrateOn(clone, { migrations: [first, second] });
});

test('a lock that somebody holds is not waited for long, but tried again', async () => {
  const clone = await empty();
  await migrateOn(clone, { migrations: [first] });
  const other = new pg.Client({ connectionString: clone.ownerUrl });
  await other.connect();
  await other.query('begin; lock table shop.sale');
  const alter = migration('20260101-1300-alter', 'alter table shop.sale add column note text');
  const migrating = migrateOn(clone, { migrations: [first, alter], lockTimeoutMs: 100 });
  await new Promise((resolve) => setTimeout(resolve, 400)); // its first try is over
  // a reader gets through between the tries: it would queue behind a waiting migration
  await other.query('commit');
  await other.end();
  expect(await migrating).toEqual([alter.name]);
});

test.for([
  ['tenant: Kept.', 'select, insert, update, delete'],
  ['person, append-only: Kept.', 'select, insert'],
  ['global, read-only: Kept.', 'select'],
  ['A sentence without a kind.', undefined],
  ['tenant, forever: Kept.', undefined],
  [null, undefined],
] as const)('the comment %j gives the application %s', ([comment, rights]) => {
  expect(rightsFor(comment)).toBe(rights);
});

test('the application may do what comments say and nothing else', async () => {
  const clone = await empty();
  await migrateOn(clone, { migrations: [first, second] });
  const asApplication = (text: string) => queryAs(clone.url, text);
  await asApplication('insert into shop.sale values (1); update shop.sale set id = 2');
  await asApplication('delete from shop.sale; insert into shop.note values (1)');
  for (const forbidden of [
    'update shop.note set id = 2',
    'delete from shop.note',
    'truncate shop.sale',
    'drop table shop.sale',
    'create table shop.mine ()',
    'delete from platform.migration',
  ]) {
    await expect(asApplication(forbidden), forbidden).rejects.toMatchObject({ code: '42501' });
  }
});

test('a table that says no kind is refused', async () => {
  const clone = await empty();
  const mute = migration('20260101-1400-mute', 'create table shop.mute ()');
  await expect(migrateOn(clone, { migrations: [first, mute] })).rejects.toThrow(
    /the table shop\.mute needs a comment that begins with its kind/,
  );
});

test('every table that is append-only refuses its owner too', async () => {
  const clone = await cloneTemplate();
  onTestFinished(clone.drop);
  const bare = await queryAs(
    clone.ownerUrl,
    `
    select c.oid::regclass::text as name from pg_class c
    where obj_description(c.oid, 'pg_class') ~ '^(tenant|person|global), append-only: '
      and not exists (
        select from pg_trigger t where t.tgrelid = c.oid
          and t.tgfoid = 'platform.refuse_change'::regproc and t.tgtype & 26 = 26)`,
  );
  expect(bare, 'no trigger before update or delete').toEqual([]);

  const attempt = queryAs(clone.ownerUrl, 'delete from activity.entry');
  await expect(attempt).rejects.toThrow('activity.entry is append-only');
});

test('files with wrong or equal names are refused before anything runs', async () => {
  const root = await mkdtemp(join(tmpdir(), 'atrio-migrations-'));
  onTestFinished(() => rm(root, { recursive: true }));
  const put = async (path: string) => {
    await mkdir(join(root, path, '..'), { recursive: true });
    await writeFile(join(root, path), '');
  };
  await put('modules/b/migrations/20260101-1100-sale.sql');
  await put('platform/database/migrations/20260101-1000-base.sql');
  expect((await findMigrations(root)).map(({ name }) => name)).toEqual([
    '20260101-1000-base',
    '20260101-1100-sale',
  ]);
  await put('modules/a/migrations/20260101-1100-sale.sql');
  await expect(findMigrations(root)).rejects.toThrow(
    'two migrations are called 20260101-1100-sale',
  );
  await put('modules/a/migrations/sale.sql');
  await expect(findMigrations(root)).rejects.toThrow(/is called YYYYMMDD-HHMM-noun\.sql/);
});

function migration(name: string, sql: string): Migration {
  return { name, path: `modules/shop/migrations/${name}.sql`, sql, sha256: sql };
}

async function empty(): Promise<Clone> {
  const clone = await emptyDatabase();
  onTestFinished(clone.drop);
  return clone;
}

function migrateOn(clone: Clone, options: Partial<MigrateOptions>): Promise<string[]> {
  return migrate({ ownerUrl: clone.ownerUrl, appUrl: clone.url, ...options });
}

async function recordedOn(clone: Clone): Promise<string[]> {
  const rows = await queryAs<{ name: string }>(
    clone.ownerUrl,
    'select name from platform.migration order by name',
  );
  return rows.map(({ name }) => name);
}
