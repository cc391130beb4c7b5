// Many people sign in at the same moment, each from a network of their own, as a process of its
// own. Says how many got which status.
import { Agent, request, type IncomingMessage } from 'node:http';
import { once } from 'node:events';

export type Crowd = {
  /** Where the product listens, and what it calls itself. */
  readonly at: string;
  readonly origin: string;
  readonly password: string;
  readonly addresses: readonly string[];
};

process.send?.('ready');
process.on('message', (crowd) => void enterAll(crowd as Crowd));

async function enterAll({ at, origin, password, addresses }: Crowd): Promise<void> {
  const agent = new Agent({ maxSockets: addresses.length });
  const statuses = await Promise.all(
    addresses.map(async (address, index) => {
      const sent = request(`${at}/api/v1/sign-in`, {
        method: 'POST',
        agent,
        headers: {
          origin,
          'content-type': 'application/json',
          'sec-fetch-site': 'same-origin',
          'x-forwarded-for': `10.${index >> 8}.${index & 255}.1`,
        },
      });
      sent.end(JSON.stringify({ address, password }));
      const [response] = (await once(sent, 'response')) as [IncomingMessage];
      await once(response.resume(), 'end');
      return response.statusCode ?? 0;
    }),
  );
  agent.destroy();
  process.send?.(statuses);
}
