// The measured part of bench/rows/bank-file.ts: imports one file and works it off, alone in its process.
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createApp } from '../../src/app.ts';
import { system } from '#kernel/actor.ts';
import { importBankFile } from '#modules/billing/bank/files/import-bank-file.ts';
import { bankFile } from '#modules/billing/bank/files/list-bank-files.ts';
import { workBankFile } from '#modules/billing/bank/work/work-bank-file.ts';
import { parseKeys } from '#platform/keys/key-material.ts';
import { keyring } from '#platform/keys/keyring.ts';
import { growSlowly } from '#platform/process/memory.ts';
import { readSettings } from '#platform/settings.ts';

export type Worked = {
  readonly seconds: number;
  /** Megabytes. */
  readonly peak: number;
  /** Seconds. */
  readonly cpu: { readonly program: number; readonly server: number };
  readonly counts: object;
};

growSlowly();
const [path = '', url = '', folder = '', keysText = ''] = process.argv.slice(2);
const keys = keyring(parseKeys(keysText));
const settings = readSettings({ ATRIO_DATA: folder, ATRIO_LOG_LEVEL: 'silent' });
const app = await createApp({ settings, url, keys, connections: 4 });
const { within } = app.database;
const now = new Date('2026-03-31T20:00:00Z');

const before = process.cpuUsage();
const start = performance.now();
const incoming = { name: 'statement.xml', bytes: createReadStream(path) };
const { file } = await importBankFile(within, incoming, system('bench'), now);
await workBankFile(within, file.bankFileId, now);
const seconds = (performance.now() - start) / 1000;

const { user, system: kernel } = process.cpuUsage(before);
const serverSeconds = await cpuOfServer();
const { file: done } = await within((tx) => bankFile(tx, file.bankFileId));
const { state, counts, problems } = done;
const peak = process.resourceUsage().maxRSS / 1000;
const cpu = { program: (user + kernel) / 1e6, server: serverSeconds };
const worked: Worked = { seconds, peak, cpu, counts: { state, problems, ...counts } };
process.stdout.write(JSON.stringify(worked));
await app.close();

/** Seconds of CPU of the database's backends that served this process; Linux only. */
async function cpuOfServer(): Promise<number> {
  const { rows } = await app.database.pool.query<{ pid: number }>(
    'select pid from pg_stat_activity where usename = current_user and datname = current_database()',
  );
  const stats = await Promise.all(rows.map(({ pid }) => readFile(`/proc/${pid}/stat`, 'utf8')));
  const ticks = stats.map((text) => text.slice(text.lastIndexOf(')') + 2).split(' '));
  return ticks.reduce((sum, fields) => sum + Number(fields[11]) + Number(fields[12]), 0) / 100;
}
