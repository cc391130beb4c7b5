// npm run bench -- [--strict] [NAME …]: measures what the product promised, each figure as a ratio
// within one run. A name runs the files of bench/rows that contain it. Ends with 1 when a row could
// not be measured; with --strict also when one was missed.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isReached, lineOf, type Row } from './row.ts';

const { values, positionals } = parseArgs({
  options: { strict: { type: 'boolean', default: false } },
  allowPositionals: true,
});

const all = readdirSync(join(import.meta.dirname, 'rows')).map((file) => file.replace('.ts', ''));
const chosen = all.filter((name) => positionals.every((part) => name.includes(part)));
if (chosen.length === 0) throw new Error(`${positionals.join(' ')} is none of ${all.join(', ')}`);

const rows: Row[] = [];
const failed: string[] = [];
for (const name of chosen) {
  console.log(name);
  const measured = await measuredOf(name);
  if (!measured) failed.push(name);
  for (const row of measured ?? []) console.log(`  ${lineOf(row)}`);
  rows.push(...(measured ?? []));
}

const missed = rows.filter((row) => !isReached(row));
console.log(`\n${rows.length - missed.length} of ${rows.length} reached`);
for (const { what } of missed) console.log(`MISSED: ${what}`);
for (const name of failed) console.log(`NOT MEASURED: ${name}`);
if (failed.length > 0 || (values.strict && missed.length > 0)) process.exitCode = 1;

/** Undefined when it crashed; what it said of that is on the screen already. */
async function measuredOf(name: string): Promise<readonly Row[] | undefined> {
  const child = fork(join(import.meta.dirname, 'one.ts'), [name], { stdio: 'inherit' });
  let measured: readonly Row[] | undefined;
  child.on('message', (said) => (measured = said as readonly Row[]));
  const [code] = (await once(child, 'close')) as [number | null];
  return code === 0 ? measured : undefined;
}
