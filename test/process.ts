// The process as an operator starts it, for tests that watch it, end it or kill it.
import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { cloneTemplate, type Clone } from './database.ts';

/** A start takes a second or two, and longer beside a browser and a build. */
export const patience = 100_000;
const compiled = join(import.meta.dirname, '../dist/.compiled');

export type Started = {
  readonly child: ChildProcess;
  readonly said: () => string;
  /** The exit code, once it has ended and said everything. */
  readonly ended: Promise<number | null>;
};

/**
 * `npm start` without its installing and building, or another command. `around` are commands to run
 * it under (`unshare …`).
 */
export function start(
  environment: Record<string, string>,
  command = ['src/main.ts'],
  around: readonly string[] = [],
): Started {
  const [program = '', ...rest] = [...around, process.execPath, ...command];
  const child = spawn(program, rest, {
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

/** The environment of a process on a database of its own. */
export async function server(): Promise<Record<string, string>> {
  const clone = await cloneTemplate();
  onTestFinished(clone.drop);
  return environmentOn(clone);
}

/** The same on a database that is somebody’s already, with the keys that seal its secrets. */
export async function environmentOn(
  clone: Clone,
  keys = `k1:${randomBytes(32).toString('base64')}`,
): Promise<Record<string, string>> {
  const folder = await mkdtemp(join(tmpdir(), 'atrio-process-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return {
    DATABASE_URL: clone.url,
    ATRIO_MIGRATION_URL: clone.ownerUrl,
    ATRIO_KEYS: keys,
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

export const isHealthy = async (port: string | undefined): Promise<boolean> => {
  const answer = await fetch(`http://localhost:${port}/health`).catch(() => undefined);
  return answer?.status === 200;
};
