// Statement import: lines a second from the bytes to the books, and the memory of the process that
// does it.
// node bench/bank-file.ts [lines]
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { createApp } from '../src/app.ts';
import { vatRateFigures, sellerFigures } from '../src/demo/figures.ts';
import { system } from '#kernel/actor.ts';
import { money } from '#kernel/money.ts';
import { registerBankAccount } from '#modules/billing/bank/accounts/register-bank-account.ts';
import { loadSeller, loadVatRates, sellerFigures as seller } from '#modules/billing/index.ts';
import { migrate } from '#platform/database/migrate.ts';
import { startEmbedded } from '#platform/database/embedded.ts';
import { installJobs } from '#platform/jobs/install-jobs.ts';
import { parseKeys } from '#platform/keys/key-material.ts';
import { keyring } from '#platform/keys/keyring.ts';
import { readSettings } from '#platform/settings.ts';
import { addOrganizations, issueOpen, type Owed } from './bank/open-invoices.ts';
import { benchAccount, writeFile, type Line } from './bank/write-file.ts';

const wantedLines = Number(process.argv[2] ?? 100_000);
const wantedRate = 2500;
const wantedMegabytes = 300;
const keysText = `k1:${randomBytes(32).toString('base64')}`;

const folder = await mkdtemp(join(tmpdir(), 'atrio-bench-bank-'));
const embedded = await startEmbedded({ directory: join(folder, 'postgresql') });
try {
  const { url: ownerUrl, appUrl } = embedded;
  await migrate({ ownerUrl, appUrl, extra: installJobs });
  const owed = await prepare(ownerUrl, appUrl);
  const path = join(folder, 'statement.xml');
  await writeFile(path, linesOf(owed), { total: money(total(owed), 'CHF'), padding: 900 });
  const megabytes = (await stat(path)).size / 1e6;
  console.log(
    `${wantedLines} lines, ${megabytes.toFixed(0)} MB: 80 % exact, 10 % other amount, 10 % unknown`,
  );
  const { seconds, peak, cpu, counts } = await worked(path, appUrl);
  const rate = wantedLines / seconds;
  console.log(JSON.stringify(counts));
  console.log(
    `${rate.toFixed(0)} lines/s: ${(rate / wantedRate).toFixed(2)} × the wanted ${wantedRate}`,
  );
  const micros = ((cpu.program + cpu.server) * 1e6) / wantedLines;
  const [program, server] = [cpu.program.toFixed(1), cpu.server.toFixed(1)];
  console.log(`CPU: program ${program} s, database ${server} s: ${micros.toFixed(0)} µs a line`);
  console.log(
    `peak ${peak.toFixed(0)} MB: ${(peak / wantedMegabytes).toFixed(2)} × the allowed ${wantedMegabytes}`,
  );
} finally {
  await embedded.stop();
  await rm(folder, { recursive: true, force: true });
}

async function prepare(ownerUrl: string, appUrl: string): Promise<Owed[]> {
  const pool = new pg.Pool({ connectionString: ownerUrl });
  const owner = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  const organizations = await addOrganizations(owner, Math.ceil(wantedLines / 4));
  await owner.destroy();

  const settings = readSettings({ ATRIO_DATA: folder, ATRIO_LOG_LEVEL: 'silent' });
  const app = await createApp({ settings, url: appUrl, keys: keyring(parseKeys(keysText)) });
  const { within } = app.database;
  const now = new Date('2026-01-01T10:00:00Z');
  await within(async (tx) => {
    await loadSeller(tx, seller.parse(sellerFigures), now);
    await loadVatRates(tx, vatRateFigures);
    const opening = money(0n, 'CHF');
    const account = {
      name: 'Bench',
      number: benchAccount,
      opening,
      openingOn: '2026-01-01',
    } as const;
    await registerBankAccount(tx, account, system('bench'), now);
  });
  const owed = await issueOpen(within, organizations, Math.floor(wantedLines * 0.9));
  await app.close();
  return owed;
}

/**
 * Nine of ten lines name an invoice, one of these with another amount; the tenth names nothing of
 * ours.
 */
function* linesOf(owed: readonly Owed[]): Generator<Line> {
  for (let index = 0; index < wantedLines; index++) {
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

function total(owed: readonly Owed[]): bigint {
  let sum = 0n;
  for (const { amount } of linesOf(owed)) sum += amount.minor;
  return sum;
}

type Worked = {
  seconds: number;
  peak: number;
  cpu: { program: number; server: number };
  counts: object;
};

/** In a process of its own: its memory is the import's alone. */
async function worked(path: string, url: string): Promise<Worked> {
  const program = join(import.meta.dirname, 'bank/work-file.ts');
  const child = spawn(
    process.execPath,
    [
      ...(process.env['PROF'] ? ['--import', './bench/zzprof.mjs'] : []),
      program,
      path,
      url,
      folder,
      keysText,
    ],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let said = '';
  for await (const chunk of child.stdout) said += String(chunk);
  return JSON.parse(said) as Worked;
}
