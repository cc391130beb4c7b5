// npm run audit: proves the books and the log on live data (B5). Prints every invariant and each
// place where it does not hold; exits with 1 when one breaks. Reads only, in one snapshot.
import pg from 'pg';
import { createApp } from '../src/app.ts';
import { openInstance } from '#platform/database/instance.ts';
import { loadKeys } from '#platform/keys/load-keys.ts';
import { settingsFrom } from '#platform/process/environment.ts';
import { troubleOf } from '#platform/process/trouble.ts';
import { invariants } from './invariants.ts';

try {
  const settings = settingsFrom(process.env);
  const instance = await openInstance(settings);
  try {
    await refuseEmpty(instance.url);
    const app = await createApp({ settings, url: instance.url, keys: await loadKeys(settings) });
    const broken = await app.database.within(proveAll, { readOnly: true });
    await app.close();
    console.log(broken === 0 ? 'All of it holds.' : `${broken} of it is broken.`);
    process.exitCode = broken === 0 ? 0 : 1;
  } finally {
    await instance.stop();
  }
} catch (error) {
  console.error(troubleOf(error));
  process.exitCode = 1;
}

/** Books that were never opened prove nothing. */
async function refuseEmpty(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(`select to_regclass('ledger.journal_tx') as books`);
  await client.end();
  if (!rows[0]?.books) throw new Error('The database is empty. Start Atrio once.');
}

async function proveAll(tx: Parameters<(typeof invariants)[number][1]['check']>[0]) {
  let broken = 0;
  for (const [module, invariant] of invariants) {
    const violations = await invariant.check(tx);
    const verdict = violations.length === 0 ? 'holds ' : 'BROKEN';
    console.log(`${verdict} ${module} ${invariant.id}: ${invariant.says}`);
    for (const { where, what } of violations) console.log(`         ${where}: ${what}`);
    if (violations.length > 0) broken += 1;
  }
  return broken;
}
