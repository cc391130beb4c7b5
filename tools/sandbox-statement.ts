// npm run sandbox:statement -- [--out FILE] REFERENCE[:WAY[:AMOUNT]] …: writes a camt.053 that pays
// documents, as a bank would. Ways: exact, other-amount, other-currency, in-text, unknown-
// reference.
// Works on sandbox instances only.
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { createApp } from '../src/app.ts';
import { sandboxWays, writeSandboxStatement, type SandboxWish } from '#modules/billing/index.ts';
import { fromDecimal, isCurrency } from '#kernel/money.ts';
import { openInstance } from '#platform/database/instance.ts';
import { loadKeys } from '#platform/keys/load-keys.ts';
import { settingsFrom } from '#platform/process/environment.ts';
import { troubleOf } from '#platform/process/trouble.ts';

try {
  const { values, positionals } = parseArgs({
    options: { out: { type: 'string', short: 'o' } },
    allowPositionals: true,
  });
  const wishes = positionals.map(wishOf);
  if (wishes.length === 0)
    throw new Error('Name one reference at least, e.g. RF18539007547034:exact');
  const text = await written(wishes);
  if (values.out === undefined) process.stdout.write(text);
  else {
    await writeFile(values.out, text);
    console.log(`${wishes.length} payments written to ${values.out}`);
  }
} catch (error) {
  console.error(troubleOf(error));
  process.exitCode = 1;
}

async function written(wishes: readonly SandboxWish[]): Promise<string> {
  const settings = settingsFrom(process.env);
  const keys = await loadKeys(settings);
  const instance = await openInstance(settings);
  try {
    const app = await createApp({ settings, url: instance.url, keys, connections: 2 });
    try {
      return await app.database.within((tx) => writeSandboxStatement(tx, wishes, new Date()));
    } finally {
      await app.close();
    }
  } finally {
    await instance.stop();
  }
}

/** `REFERENCE`, `REFERENCE:other-amount` or `REFERENCE:exact:12.50 CHF`. */
function wishOf(text: string): SandboxWish {
  const [reference = '', wanted = 'exact', sum] = text.split(':');
  const way = sandboxWays.find((known) => known === wanted);
  if (!way) throw new Error(`${wanted} is none of ${sandboxWays.join(', ')}`);
  return { reference, way, amount: sum === undefined ? undefined : amountOf(sum) };
}

function amountOf(text: string) {
  const [decimal = '', currency = 'CHF'] = text.trim().split(/\s+/);
  const amount = isCurrency(currency) ? fromDecimal(decimal, currency) : undefined;
  if (!amount) throw new Error(`${text} is no amount such as "12.50 CHF"`);
  return amount;
}
