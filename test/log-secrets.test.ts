// The process at its most talkative, and what somebody types and is given meanwhile: none of it may
// stand in what the process says, not even when things go wrong.
import { createHmac } from 'node:crypto';
import { afterAll, expect, test, vi } from 'vitest';
import { cloneTemplate } from './database.ts';
import { codeAt } from './one-time-codes.ts';
import { ada, arrive, password } from './people.ts';
import { environmentOn, isHealthy, patience, start } from './process.ts';
import { given, linkIn, testKeysText } from './world.ts';

vi.setConfig({ testTimeout: 2 * patience });
afterAll(() => vi.resetConfig());

type Json = { readonly [name: string]: unknown };

/** A browser of its own make, which keeps all that it was ever given. */
function curious(origin: string) {
  const jar = new Map<string, string>();
  const secrets = new Set<string>();
  const csrf = () => {
    const token = jar.get('__Host-atrio_sid');
    return token === undefined
      ? {}
      : { 'x-atrio-csrf': createHmac('sha256', token).update('csrf').digest('base64url') };
  };
  const ask = async (method: string, path: string, body?: object | string): Promise<Json> => {
    const answer = await fetch(`${origin}/api/v1${path}`, {
      method,
      headers: {
        ...{ origin, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' },
        ...{ cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
        ...csrf(),
      },
      ...(body === undefined
        ? {}
        : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      jar.set(name, value);
      if (value !== '') secrets.add(value);
    }
    const text = await answer.text();
    const said = (text === '' ? {} : JSON.parse(text)) as Json;
    for (const name of ['csrf', 'key', 'code']) {
      const value = said[name];
      if (answer.ok && typeof value === 'string') secrets.add(value);
    }
    return said;
  };
  return { ask, secrets };
}

test('[LG-02] no password, token, code or key stands in what the process says', async () => {
  const clone = await cloneTemplate();
  // the same database, to make an account and to read its mail; the process does the rest
  const world = await given({ on: clone, at: new Date(), audited: false });
  await arrive(world, ada);
  const environment = await environmentOn(clone, testKeysText);
  const running = start({ ...environment, ATRIO_LOG_LEVEL: 'debug', ATRIO_DEMO: 'off' });
  await expect.poll(() => isHealthy(environment['PORT']), { timeout: patience }).toBe(true);
  const { ask, secrets } = curious(`http://localhost:${environment['PORT']}`);
  const { address } = ada;
  const [wrong, next] = ['this is not the password', 'seven kites over the harbour'];
  for (const typed of [password, wrong, next]) secrets.add(typed);

  await ask('POST', '/sign-in', { address, password: wrong });
  await ask('POST', '/sign-in', { address, password });
  const { factorId, key } = await ask('POST', '/account/factors/totp', { label: 'Phone' });
  const code = codeAt(String(key), new Date());
  const bound = await ask('POST', '/account/factors/totp/confirmation', { factorId, code });
  const sheet = bound['emergencyCodes'] as readonly string[];
  for (const one of sheet) secrets.add(one);
  await ask('POST', '/account/factors/push', { label: 'Phone' });
  await ask('POST', '/sign-out');
  await ask('POST', '/sign-in', { address, password });
  await ask('POST', '/sign-in/attempt/factor', { method: 'emergency', code: sheet[0] });
  expect(await ask('GET', '/session')).toMatchObject({ user: { address } });

  await ask('POST', '/password-resets', { address });
  const isReset = ({ letter }: { letter: string }) => letter === 'identity.reset-link';
  const mailed = async () => (await world.mails(address)).find(isReset);
  await expect.poll(mailed, { timeout: patience }).toBeDefined();
  const token = linkIn(await mailed()).hash.slice(1);
  secrets.add(token);
  // where they do not belong, in halves, and where the database breaks under them
  await ask('GET', `/nothing/${token}?token=${token}`);
  await ask('POST', '/sign-in', `{"address":"${address}","password":"${password}`);
  await world.query(
    'alter table identity.credential add constraint broken check (false) not valid',
  );
  const broken = await ask('POST', '/password-resets/completion', { token, password: next });
  expect(broken).toMatchObject({ code: 'http.bug' });

  await expect.poll(running.said, { timeout: patience }).toContain('"a bug"');
  expect(secrets.size).toBeGreaterThan(20);
  const said = running.said();
  expect([...secrets].filter((secret) => said.includes(secret))).toEqual([]);
  expect(said).not.toContain(address);
});
