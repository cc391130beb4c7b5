// npm run bank:import -- FILE…: imports bank statements (camt.053, camt.054, ZIP) beside a running
// Atrio or without one, and says what became of each.
import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { createApp } from '../src/app.ts';
import { en } from '#modules/billing/texts/en.ts';
import {
  bankFile,
  bankProblems,
  importBankFile,
  workBankFile,
  type BankFile,
} from '#modules/billing/index.ts';
import { system } from '#kernel/actor.ts';
import { openInstance } from '#platform/database/instance.ts';
import { migrate } from '#platform/database/migrate.ts';
import type { Within } from '#platform/database/database.ts';
import { installJobs } from '#platform/jobs/install-jobs.ts';
import { loadKeys } from '#platform/keys/load-keys.ts';
import { growSlowly } from '#platform/process/memory.ts';
import { settingsFrom } from '#platform/process/environment.ts';
import { troubleOf } from '#platform/process/trouble.ts';

growSlowly();
const paths = process.argv.slice(2);
if (paths.length === 0) {
  console.error('Name one file at least: npm run bank:import -- statement.xml statements.zip');
  process.exit(2);
}

try {
  for (const path of paths) await access(path);
  const settings = settingsFrom(process.env);
  const keys = await loadKeys(settings);
  const instance = await openInstance(settings);
  try {
    const { ownerUrl, url } = instance;
    await migrate({ ownerUrl, appUrl: url, extra: installJobs });
    const app = await createApp({ settings, url, keys, connections: 4 });
    try {
      for (const path of paths) await importOne(app.database.within, path);
    } finally {
      await app.close();
    }
  } finally {
    await instance.stop();
  }
} catch (error) {
  console.error(troubleOf(error));
  process.exitCode = 1;
}

async function importOne(within: Within, path: string): Promise<void> {
  const now = new Date();
  const incoming = { name: basename(path), bytes: createReadStream(path) };
  const { file, known } = await importBankFile(within, incoming, system('bank:import'), now);
  if (known) console.log(`${path}: the same bytes were here before.`);
  await workBankFile(within, file.bankFileId, now);
  await tell(within, path, await ended(within, file));
}

/** A running worker may have taken the file in hand first; then this waits for it. */
async function ended(within: Within, { bankFileId }: BankFile): Promise<BankFile> {
  for (;;) {
    const { file } = await within((tx) => bankFile(tx, bankFileId), { readOnly: true });
    if (file.state === 'done' || file.state === 'refused') return file;
    await setTimeout(500);
  }
}

async function tell(within: Within, path: string, file: BankFile): Promise<void> {
  if (file.refusal) {
    console.log(`${path}: refused. ${sentenceOf(file.refusal)}`);
    process.exitCode = 1;
    return;
  }
  const counts = Object.entries(file.counts).filter(([, count]) => count > 0);
  const said = counts.map(([name, count]) => `${count} ${name}`).join(', ');
  console.log(`${path}: ${file.entries} entries: ${said || 'nothing to book'}.`);
  const { rows, next } = await within((tx) => bankProblems(tx, file.bankFileId, { limit: 20 }), {
    readOnly: true,
  });
  for (const { kind, entry, facts } of rows) {
    const where = entry === undefined ? '' : `entry ${entry}: `;
    console.log(`  ${where}${kind} ${Object.values(facts).join(', ')}`);
  }
  if (next) console.log(`  … ${file.problems} problems in all`);
}

function sentenceOf({ code, facts }: { code: string; facts: Record<string, unknown> }): string {
  const sentences: Record<string, string> = en.refusal;
  const sentence = sentences[code.replace('billing.', '')] ?? code;
  return sentence.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) =>
    JSON.stringify(facts[name] ?? '').replaceAll('"', ''),
  );
}
