// Backup and restore of the whole product, as functions and as commands.
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { signIn } from '#modules/identity/sign-in/sign-in.contract.ts';
import { restoreBackup } from '#platform/database/backup/restore-backup.ts';
import { takeBackup } from '#platform/database/backup/take-backup.ts';
import { startEmbedded } from '#platform/database/embedded.ts';
import { filesOnDisk } from '#platform/files/files-on-disk.ts';
import { loadKeys } from '#platform/keys/load-keys.ts';
import { readSettings } from '#platform/settings.ts';
import { installJobs } from '#platform/jobs/install-jobs.ts';
import { emptyDatabase, queryAs } from './database.ts';
import { ada, arrive, password } from './people.ts';
import { openShop } from './shop.ts';
import { given } from './world.ts';

test('the whole product is restored: every table is the same, and the books hold', async () => {
  const world = await given();
  await openShop(world);
  await arrive(world, ada);
  await world.runJobs();
  const target = await emptyDatabase();
  const files = filesOnDisk(join(world.app.settings.dataFolder, 'files'));

  const place = { ownerUrl: target.ownerUrl, appUrl: target.url, files, extra: installJobs };
  const backup = takeBackup({ ownerUrl: world.ownerUrl, files }, world.clock.now());
  const { rows } = await restoreBackup(place, backup);

  const tables = Object.keys(rows);
  expect(tables).toContain('organizations.member');
  for (const table of tables) {
    const [restored, original] = [target.ownerUrl, world.ownerUrl].map((url) => digest(url, table));
    expect(await restored, table).toBe(await original);
  }
  const restored = await given({ on: target }); // audited when this test ends
  const again = restored.browser().call(signIn, { body: { address: ada.address, password } });
  expect(await again).toMatchObject({ outcome: 'signed-in' });
});

test(
  'the commands back up a running instance and restore it into an empty folder',
  { timeout: 180_000 },
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'atrio-commands-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const [here, there, file] = ['here', 'there', 'backup.atrio'].map((name) => join(folder, name));
    const running = await startEmbedded({ directory: join(here!, 'postgresql') });
    onTestFinished(running.stop);
    await command(here!, 'migrate');
    await filesOnDisk(join(here!, 'files')).put(Buffer.from('an invoice'));
    await queryAs(running.url, "insert into platform.throttle values ('a key', 3, now(), null)");
    await loadKeys(readSettings({ ATRIO_DATA: here! })); // makes them

    expect(await command(here!, 'backup', file!)).toContain('Keep the keys too');
    expect(await command(here!, 'backup', file!)).toContain('exists already');
    expect(await command(here!, 'restore', file!)).toContain('into an empty database');

    await mkdir(there!);
    await cp(join(here!, 'keys'), join(there!, 'keys'));
    const said = await command(there!, 'restore', file!);
    expect(said).toMatch(/Restored \d+ rows and 1 files/);
    expect(said).toContain('All of it holds.');

    const restored = await startEmbedded({ directory: join(there!, 'postgresql') });
    onTestFinished(restored.stop);
    expect(await queryAs(restored.url, 'select key, count from platform.throttle')).toEqual([
      { key: 'a key', count: 3 },
    ]);
  },
);

/** Runs a command of package.json on a data folder; gives all that it said. */
async function command(folder: string, name: string, ...args: string[]): Promise<string> {
  const script = join(import.meta.dirname, '../tools', `${name}.ts`);
  const env = { PATH: process.env['PATH'], ATRIO_DATA: folder, ATRIO_LOG_LEVEL: 'error' };
  const run = promisify(execFile)(process.execPath, [script, ...args], { env });
  const { stdout, stderr } = await run.catch((error: { stdout: string; stderr: string }) => error);
  return stdout + stderr;
}

async function digest(url: string, table: string): Promise<string> {
  const [row] = await queryAs<{ digest: string }>(
    url,
    `select count(*) || md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as digest
     from ${table.replace(/\.(.*)$/, '."$1"')} t`,
  );
  return row!.digest;
}
