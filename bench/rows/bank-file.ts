// Statement import: lines a second from the bytes to the books, and the memory of the process that
// does it. On a database that is as durable as an operator's.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { add, money } from '#kernel/money.ts';
import { migrate } from '#platform/database/migrate.ts';
import { startEmbedded } from '#platform/database/embedded.ts';
import { installJobs } from '#platform/jobs/install-jobs.ts';
import type { Owed } from '../bank/open-invoices.ts';
import { openProvider, type Provider } from '../bank/provider.ts';
import { writeFile, type Line } from '../bank/write-file.ts';
import type { Worked } from '../bank/work-file.ts';
import type { Bench, Row } from '../row.ts';

const lines = 100_000;
/** Free text of each line: makes the file two hundred megabytes large. */
const padding = 1200;
const wantedRate = 2500;
const allowedMegabytes = 300;

export const bench: Bench = {
  measure: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'atrio-bench-bank-'));
    const embedded = await startEmbedded({ directory: join(folder, 'postgresql') });
    try {
      const { url: ownerUrl, appUrl } = embedded;
      await migrate({ ownerUrl, appUrl, extra: installJobs });
      const keysText = `k1:${randomBytes(32).toString('base64')}`;
      const provider = { ownerUrl, appUrl, folder, keysText };
      const owed = await openProvider(provider, Math.floor(lines * 0.9));
      const path = join(folder, 'statement.xml');
      const total = [...linesOf(owed)].map(({ amount }) => amount).reduce(add, money(0n, 'CHF'));
      await writeFile(path, linesOf(owed), { total, padding });
      return rowsOf(await worked(path, provider), (await stat(path)).size / 1e6);
    } finally {
      await embedded.stop();
      await rm(folder, { recursive: true, force: true });
    }
  },
};

/**
 * Nine of ten lines name an invoice, one of these with another amount; the tenth names nothing of
 * ours.
 */
function* linesOf(owed: readonly Owed[]): Generator<Line> {
  for (let index = 0; index < lines; index++) {
    const found = index % 10 === 9 ? undefined : owed[Math.floor(index / 10) * 9 + (index % 10)];
    yield {
      amount: money(amountOf(found, index), 'CHF'),
      reference: found?.reference ?? '123456',
      payer: `Payer ${index}`,
    };
  }
}

function amountOf(found: Owed | undefined, index: number): bigint {
  return found ? found.minor + (index % 10 === 8 ? 1n : 0n) : 4200n;
}

/** In a process of its own: its memory is the import's alone. */
async function worked(path: string, provider: Provider): Promise<Worked> {
  const { appUrl, folder, keysText } = provider;
  const program = join(import.meta.dirname, '../bank/work-file.ts');
  const started = ['--max-semi-space-size=8', program]; // as npm start does
  const child = spawn(process.execPath, [...started, path, appUrl, folder, keysText], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return (await json(child.stdout)) as Worked;
}

function rowsOf({ seconds, peak, cpu, counts }: Worked, megabytes: number): Row[] {
  const micros = ((cpu.program + cpu.server) * 1e6) / lines;
  return [
    {
      what: 'import of a statement, matched and booked, lines a second',
      ratio: lines / seconds / wantedRate,
      of: `the wanted ${wantedRate.toLocaleString('en')}`,
      bound: { least: 1 },
      figures:
        `${(lines / seconds).toFixed(0)} lines/s, ${micros.toFixed(0)} µs of CPU a line, of the ` +
        `database ${((cpu.server * 1e6) / lines).toFixed(0)}; ${JSON.stringify(counts)}`,
    },
    {
      what: `memory of that import, a file of ${megabytes.toFixed(0)} MB`,
      ratio: peak / allowedMegabytes,
      of: `the allowed ${allowedMegabytes} MB`,
      bound: { most: 1 },
      figures: `${peak.toFixed(0)} MB at most`,
    },
  ];
}
