// Asks the health route every few milliseconds until it is told to stop, as a process of its own,
// and says how long each answer took, in milliseconds, and how many were not a yes.
import { Agent, get, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';

export type Health = { readonly took: readonly number[]; readonly failures: number };

const everyMs = 5;
const agent = new Agent({ keepAlive: true, maxSockets: 1 });

const [url = ''] = process.argv.slice(2);
const took: number[] = [];
let failures = 0;
const stop = once(process, 'message');
await ask(); // opens the connection
process.send?.('ready');
do took.push(await ask());
while ((await Promise.race([stop, pause(everyMs)])) === undefined);
process.send?.({ took, failures } satisfies Health);
agent.destroy();
process.disconnect();

async function ask(): Promise<number> {
  const began = performance.now();
  const [response] = (await once(get(url, { agent }), 'response')) as [IncomingMessage];
  await once(response.resume(), 'end');
  if (response.statusCode !== 200) failures++;
  return performance.now() - began;
}
