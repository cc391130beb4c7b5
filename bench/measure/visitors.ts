// People who come in again, one after the other, each from a network of their own and in a browser
// that the product knows from the time before, as a process of its own: what asking costs is not
// counted as answering.
import { Agent, request, type IncomingMessage } from 'node:http';
import { once } from 'node:events';

export type Visits = {
  /** Where the product listens, and what it calls itself. */
  readonly at: string;
  readonly origin: string;
  readonly password: string;
  /** A code where a second step asks for one. */
  readonly people: readonly { readonly address: string; readonly code: string | undefined }[];
};

type Cookies = Map<string, string>;

const agent = new Agent({ keepAlive: true, maxSockets: 1 });
/** Of each person, by address. */
const browsers = new Map<string, Cookies>();

process.send?.('ready');
process.on('message', (visits) => void comeIn(visits as Visits));
process.on('disconnect', () => agent.destroy());

async function comeIn(visits: Visits): Promise<void> {
  for (const [index, { address, code }] of visits.people.entries()) {
    const cookies: Cookies = browsers.get(address) ?? new Map();
    browsers.set(address, cookies);
    // their session ended with the browser, which kept what it is known by
    for (const name of cookies.keys()) if (!name.endsWith('_dev')) cookies.delete(name);
    const from = `10.${index >> 8}.${index & 255}.1`;
    const send = (path: string, body: object) => post(visits, { path, body, from, cookies });
    await send('/sign-in', { address, password: visits.password });
    if (code !== undefined) await send('/sign-in/attempt/factor', { method: 'totp', code });
  }
  process.send?.('done');
}

async function post(
  { at, origin }: Visits,
  given: { path: string; body: object; from: string; cookies: Cookies },
): Promise<void> {
  const { path, body, from, cookies } = given;
  const headers = {
    origin,
    cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    'content-type': 'application/json',
    'sec-fetch-site': 'same-origin',
    'x-forwarded-for': from,
  };
  const sent = request(`${at}/api/v1${path}`, { method: 'POST', agent, headers });
  sent.end(JSON.stringify(body));
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  await once(response.resume(), 'end');
  if (response.statusCode !== 200) throw new Error(`${path} answered ${response.statusCode}`);
  for (const line of response.headers['set-cookie'] ?? []) {
    const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
    cookies.set(name, value);
  }
}
