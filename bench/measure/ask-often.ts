// Asks one address again and again, a few at a time, as a process of its own: what asking costs is
// not counted as answering.
import { Agent, get, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import type { Asking } from './cost-of-asking.ts';

const atOnce = 4;
const agent = new Agent({ keepAlive: true, maxSockets: atOnce });

process.send?.('ready');
const [order] = (await once(process, 'message')) as [Asking];
let left = order.requests;
await Promise.all(Array.from({ length: atOnce }, askOn));
process.send?.('done');
agent.destroy();
process.disconnect();

async function askOn(): Promise<void> {
  while (left-- > 0) {
    const request = get(order.url, { agent, headers: { cookie: order.cookie } });
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    const answer = await text(response);
    if (response.statusCode !== 200) throw new Error(`${response.statusCode}: ${answer}`);
  }
}
