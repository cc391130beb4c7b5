// Where rows are measured: an empty, migrated database of its own with the whole product in front
// of it, and people from the stories.
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { createApp, type App } from '../../src/app.ts';
import { TestClock } from '#platform/clock/clock.ts';
import type { Within } from '#platform/database/database.ts';
import { migrate } from '#platform/database/migrate.ts';
import { startScratch } from '#platform/database/scratch.ts';
import { installJobs } from '#platform/jobs/install-jobs.ts';
import { parseKeys } from '#platform/keys/key-material.ts';
import { keyring } from '#platform/keys/keyring.ts';
import { readSettings } from '#platform/settings.ts';
import { openClient, type Client } from '#test/client.ts';

export type Place = {
  readonly app: App;
  readonly clock: TestClock;
  readonly within: Within;
  /** Who may what no part of the product may: add rows by the million, or take some away. */
  readonly superuser: pg.Pool;
  browser(): Client;
};

/** Settings by their names. */
type Given = { readonly [name: string]: string };

/** Opens a place, lets some work be done in it, and removes it. */
export async function inPlace<T>(
  work: (place: Place) => Promise<T>,
  given: Given = {},
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'atrio-bench-'));
  const scratch = await startScratch();
  const { url: ownerUrl, appUrl: url } = scratch;
  await migrate({ ownerUrl, appUrl: url, extra: installJobs });
  const clock = new TestClock(new Date('2026-03-31T12:00:00Z'));
  const settings = readSettings({ ATRIO_DATA: folder, ATRIO_LOG_LEVEL: 'silent', ...given });
  const keys = keyring(parseKeys(`k1:${randomBytes(32).toString('base64')}`));
  const app = await createApp({ settings, url, keys, clock, connections: 4 });
  const { pathname } = new URL(ownerUrl);
  const { href } = Object.assign(new URL(scratch.superuserUrl), { pathname });
  const superuser = new pg.Pool({ connectionString: href, max: 2 });
  const { server, database } = app;
  try {
    const browser = () => openClient({ server, origin: settings.origin });
    return await work({ app, clock, within: database.within, superuser, browser });
  } finally {
    await superuser.end();
    await app.close();
    await scratch.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
