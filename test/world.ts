// The little world of a story: a migrated database of its own, the whole product in front of it, a
// clock that stands still. When the test ends, the books are checked and nothing stays open.
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { expect, onTestFinished } from 'vitest';
import { createApp, type App } from '../src/app.ts';
import type { Instant } from '#kernel/calendar.ts';
import type { Language } from '#kernel/language.ts';
import { mailTo } from '#modules/messages/index.ts';
import { TestClock } from '#platform/clock/clock.ts';
import type { Within } from '#platform/database/database.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { DrainOptions } from '#platform/jobs/drain.ts';
import { parseKeys } from '#platform/keys/key-material.ts';
import { keyring } from '#platform/keys/keyring.ts';
import type { Keys } from '#platform/keys/keys.ts';
import type { Mailer } from '#platform/mail/mailer.ts';
import { readSettings } from '#platform/settings.ts';
import { invariants } from '../tools/invariants.ts';
import { openClient, type Client } from './client.ts';
import { cloneTemplate, queryAs, type Clone } from './database.ts';
import { unreadable, type Written } from './sentences.ts';

/** 31 March 2026, noon UTC: a month's end, on purpose. */
export const endOfMarch: Instant = new Date('2026-03-31T12:00:00Z');

/** As ATRIO_KEYS has them. */
export const testKeysText = `k1:${createHash('sha256').update('a key for tests').digest('base64')}`;
export const testKeys: Keys = keyring(parseKeys(testKeysText));

export type Given = {
  readonly at?: Instant;
  /** Settings by their names: `{ ATRIO_BRAND: 'Acme' }`. */
  readonly settings?: { readonly [name: string]: string };
  readonly mailer?: Mailer;
  /** `false` where a story breaks the books on purpose. */
  readonly audited?: boolean;
  /** Made outside a test and used by all of a file: it is closed by hand. */
  readonly lasts?: true;
  /** A database that is there already, instead of an empty one; the world drops it in the end. */
  readonly on?: Clone;
};

export type World = {
  readonly app: App;
  readonly ownerUrl: string;
  readonly clock: TestClock;
  /** Runs work as the application, in its surroundings: acts that no route shows. */
  readonly within: Within;
  /** A new browser; nobody is signed in. */
  browser(options?: { language?: Language; from?: string }): Client;
  /** Works off all jobs that are due, and those which they enqueue. */
  runJobs(options?: DrainOptions): Promise<void>;
  /** What was mailed to an address, the latest first; letters leave by jobs, so these run first. */
  mails(address: string): Promise<readonly Mail[]>;
  /** A statement run as the owner, to look at or to break what no door shows. */
  query<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>;
  /** All books balance, every chain holds, the log can be read. Every story ends with it. */
  audit(): Promise<void>;
  /** Called when the test ends; a world that was made in a hook is closed by hand. */
  close(): Promise<void>;
};

export type Mail = Awaited<ReturnType<typeof mailTo>>[number];

/** Opens a world. Ask for it inside the test that needs it. */
export async function given(options: Given = {}): Promise<World> {
  const { at = endOfMarch, settings = {}, mailer, audited = true } = options;
  const [folder, clone] = await Promise.all([
    mkdtemp(join(tmpdir(), `atrio-scratch-${process.pid}-world-`)),
    options.on ?? cloneTemplate(),
  ]);
  const clock = new TestClock(at);
  const app = await createApp({
    settings: readSettings({ ATRIO_DATA: folder, ATRIO_LOG_LEVEL: 'silent', ...settings }),
    url: clone.url,
    keys: testKeys,
    clock,
    connections: 6,
    ...(mailer === undefined ? {} : { mailer }),
  });
  const world = worldOf(app, clock, clone.ownerUrl, async () => {
    await app.close();
    await clone.drop();
    await rm(folder, { recursive: true, force: true });
  });
  if (options.lasts) return world;
  closeWithTest(async () => {
    try {
      if (audited) await world.audit();
    } finally {
      await world.close();
    }
  });
  return world;
}

function worldOf(app: App, clock: TestClock, ownerUrl: string, close: () => Promise<void>): World {
  const { within } = app.database;
  const runJobs = async (drainOptions?: DrainOptions) => void (await app.drain(drainOptions));
  return {
    app,
    ownerUrl,
    clock,
    within,
    runJobs,
    close,
    browser: ({ language = 'en', from } = {}) =>
      openClient({
        server: app.server,
        origin: app.settings.origin,
        insecure: app.settings.insecureHttp,
        language,
        ...(from === undefined ? {} : { from }),
      }),
    mails: async (address) => {
      await runJobs();
      return within((tx) => mailTo(tx, address), { readOnly: true });
    },
    query: (text, values) => queryAs(ownerUrl, text, values),
    audit: async () => {
      await within(auditAll, { readOnly: true });
      const entries = await queryAs<Written>(ownerUrl, 'select action, body from activity.entry');
      expect(unreadable(entries).join(', '), 'every entry of the log can be read').toBe('');
    },
  };
}

async function auditAll(tx: Tx): Promise<void> {
  for (const [module, invariant] of invariants) {
    expect(await invariant.check(tx), `${module} ${invariant.id}: ${invariant.says}`).toEqual([]);
  }
}

/** The first address in a mail's text: what its reader would follow. */
export function linkIn(mail: Mail | undefined): URL {
  const found = /https?:\/\/\S+/.exec(mail?.body.text ?? '')?.[0];
  if (found === undefined) throw new Error(`no link in ${mail?.subject ?? 'no mail at all'}`);
  return new URL(found);
}

function closeWithTest(close: () => Promise<void>): void {
  if (expect.getState().currentTestName === undefined) return; // made in a hook
  onTestFinished(close);
}
