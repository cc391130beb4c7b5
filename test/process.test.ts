// The process as an operator starts it: what it refuses, what it serves, how it ends.
import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, onTestFinished, test, vi } from 'vitest';
import { cloneTemplate } from './database.ts';

/** A start takes a second or two, and longer beside a browser and a build. */
const patience = 100_000;
const compiled = join(import.meta.dirname, '../dist/.compiled');
vi.setConfig({ testTimeout: 2 * patience });
afterAll(() => vi.resetConfig());

type Started = {
  readonly child: ChildProcess;
  readonly said: () => string;
  /** The exit code, once it has ended and said everything. */
  readonly ended: Promise<number | null>;
};

/** `npm start` without its installing and building. */
function start(environment: Record<string, string>): Started {
  const child = spawn(process.execPath, ['src/main.ts'], {
    env: { PATH: process.env['PATH'], NODE_COMPILE_CACHE: compiled, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (chunk) => (said += String(chunk)));
  child.stderr.on('data', (chunk) => (said += String(chunk)));
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return { child, said: () => said, ended };
}

async function server(): Promise<Record<string, string>> {
  const clone = await cloneTemplate();
  const folder = await mkdtemp(join(tmpdir(), 'atrio-process-'));
  onTestFinished(async () => {
    await clone.drop();
    await rm(folder, { recursive: true });
  });
  return {
    DATABASE_URL: clone.url,
    ATRIO_MIGRATION_URL: clone.ownerUrl,
    ATRIO_KEYS: `k1:${randomBytes(32).toString('base64')}`,
    ATRIO_DATA: folder,
    PORT: String(await freePort()),
  };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}

const isHealthy = async (port: string | undefined): Promise<boolean> => {
  const answer = await fetch(`http://localhost:${port}/health`).catch(() => undefined);
  return answer?.status === 200;
};

test('[CR-03] a wrong setting or a missing key ends the start with its sentence', async () => {
  const wrong = start({ PORT: '0', ATRIO_DEMOO: 'on' });
  expect(await wrong.ended).toBe(1);
  expect(wrong.said()).toContain('PORT is "0": it must be a whole number from 1 to 65535.');
  expect(wrong.said()).toContain('ATRIO_DEMOO is not a setting of Atrio. Did you mean ATRIO_DEMO?');
  expect(wrong.said()).not.toContain('at ');

  const keyless = start({ DATABASE_URL: 'postgresql://atrio@localhost/atrio' });
  expect(await keyless.ended).toBe(1);
  expect(keyless.said()).toContain('With DATABASE_URL, keys must be given');
});

test('it becomes healthy, answers, and ends well when it is told to', async () => {
  const environment = await server();
  const running = start(environment);
  await expect.poll(() => isHealthy(environment['PORT']), { timeout: patience }).toBe(true);
  expect(running.said()).toContain(`Atrio is ready: http://localhost:${environment['PORT']}`);
  const description = await fetch(`http://localhost:${environment['PORT']}/api/openapi.json`);
  expect(await description.json()).toMatchObject({ openapi: '3.1.1' });

  running.child.kill('SIGTERM');
  expect(await running.ended).toBe(0);
  expect(running.said()).toContain('Stopping');
  expect(await isHealthy(environment['PORT'])).toBe(false);
});

test('a port that is taken is named; the same Ctrl-C passed on twice is one', async () => {
  const environment = await server();
  const first = start(environment);
  await expect.poll(() => isHealthy(environment['PORT']), { timeout: patience }).toBe(true);

  const second = start(environment);
  expect(await second.ended).toBe(1);
  expect(second.said()).toContain(`Port ${environment['PORT']} is taken`);

  first.child.kill('SIGINT');
  first.child.kill('SIGINT');
  expect(await first.ended).toBe(0);
});

test('a worker of its own serves nothing and ends well', async () => {
  const environment = await server();
  const worker = start({ ...environment, ATRIO_ROLE: 'worker' });
  await expect.poll(() => worker.said(), { timeout: patience }).toContain('Atrio works off jobs.');
  expect(await isHealthy(environment['PORT'])).toBe(false);
  worker.child.kill('SIGTERM');
  expect(await worker.ended).toBe(0);
});
