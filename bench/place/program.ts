// The program as an operator starts it, on an installed and built clone.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type Program = {
  readonly origin: string;
  /** Until `GET /health` answered 200. */
  readonly secondsToReady: number;
  readonly stop: () => Promise<void>;
};

/** Starts `npm start` on a data folder and waits until it is ready. */
export async function startProgram(dataFolder: string): Promise<Program> {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const began = performance.now();
  const child = spawn('npm', ['start', '--silent'], {
    cwd: join(import.meta.dirname, '../..'),
    env: { PATH: process.env['PATH'], PORT: String(port), ATRIO_DATA: dataFolder },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = once(child, 'close');
  while (!(await isReady(origin))) {
    if (child.exitCode !== null) throw new Error(`npm start ended with ${child.exitCode}`);
    await pause();
  }
  const secondsToReady = (performance.now() - began) / 1000;
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    // npm leaves first; the program is gone when its database is
    while (existsSync(join(dataFolder, 'postgresql/data/postmaster.pid'))) await pause();
  };
  return { origin, secondsToReady, stop };
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 20));

/** A data folder with the demo in it: what a second start finds. */
export async function withDemo<T>(work: (dataFolder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'atrio-bench-demo-'));
  try {
    const first = await startProgram(folder);
    await first.stop();
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function isReady(origin: string): Promise<boolean> {
  const answer = await fetch(`${origin}/health`).catch(() => undefined);
  return answer?.status === 200;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}
