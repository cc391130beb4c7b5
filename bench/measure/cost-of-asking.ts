import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type pg from 'pg';
import { cpuOf, type Cpu } from './cpu.ts';

export type Asking = { readonly url: string; readonly cookie: string; readonly requests: number };

/** Asks from another process, over real connections, and counts what answering cost all told. */
export async function costOfAsking(pool: pg.Pool, asking: Asking): Promise<Cpu> {
  const asker = fork(join(import.meta.dirname, 'ask-often.ts'));
  const done = once(asker, 'exit');
  await once(asker, 'message');
  const spent = await cpuOf(pool, async () => {
    asker.send(asking);
    await once(asker, 'message');
  });
  await done;
  return spent;
}
