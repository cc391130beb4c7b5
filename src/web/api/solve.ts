import type { Solved } from './solver.ts';

/**
 * Works out what a door asked, beside the page, which stays as quick as it is, by a script that is
 * fetched for it. Undefined where the browser has no way to, or finds nothing in a minute and a half.
 */
export async function solve(challenge: unknown): Promise<string | undefined> {
  if (!('Worker' in globalThis) || !('subtle' in crypto)) return undefined;
  const worker = new Worker(new URL('solver.ts', import.meta.url), { type: 'module' });
  try {
    const solution = await new Promise<Solved>((resolve, reject) => {
      worker.addEventListener('message', ({ data }: MessageEvent<Solved>) => resolve(data));
      worker.addEventListener('error', () => reject(new Error('the worker failed')));
      worker.postMessage(challenge, []);
    });
    return solution ? btoa(JSON.stringify({ challenge, solution })) : undefined;
  } finally {
    worker.terminate();
  }
}
