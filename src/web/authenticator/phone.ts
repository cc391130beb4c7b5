import { appNameOf } from '#modules/identity/authenticator/app-name.rules.ts';
import type { Answer } from '#kernel/contract.ts';
import type {
  decidePush,
  pairApp,
  readWaiting,
} from '#modules/identity/authenticator/authenticator.contract.ts';
import type { Account } from './accounts.ts';

export type Waiting = NonNullable<Answer<typeof readWaiting>['waiting']>;

/** The server said no; `code` says why. */
export class Refused extends Error {}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };

/** Makes a key that cannot be copied out, and signs the code of the desktop with it. */
export async function pair(code: string): Promise<Account> {
  const keys = await crypto.subtle.generateKey(algorithm, false, ['sign', 'verify']);
  const publicKey = await crypto.subtle.exportKey('spki', keys.publicKey);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', publicKey));
  const message = await signed(keys.privateKey, { code });
  const body = { message, publicKey: base64url(publicKey) };
  const paired = await post<Answer<typeof pairApp>>('pairing', body);
  return { ...paired, name: appNameOf(digest), key: keys.privateKey };
}

export async function waitingFor({ key, factorId }: Account): Promise<Answer<typeof readWaiting>> {
  return post('waiting', { message: await signed(key, { kind: 'read', factorId }) });
}

/** Says where this phone is woken. */
export async function subscribe({ key, factorId }: Account, endpoint: string): Promise<void> {
  await send('subscription', {
    message: await signed(key, { kind: 'subscribe', factorId, endpoint }),
  });
}

/** Approves with the number that was typed, denies, or denies and reports. */
export async function decide(
  { key, factorId }: Account,
  attempt: string,
  decision: { decision: 'approve'; code: string } | { decision: 'deny' | 'report' },
): Promise<Answer<typeof decidePush>> {
  const jti = base64url(crypto.getRandomValues(new Uint8Array(16)).buffer);
  return post('decision', { message: await signed(key, { factorId, attempt, jti, ...decision }) });
}

async function signed(key: CryptoKey, said: object) {
  const iat = Math.floor(Date.now() / 1000);
  const payload = JSON.stringify({ origin: location.origin, iat, ...said });
  const how = { name: 'ECDSA', hash: 'SHA-256' };
  const signature = await crypto.subtle.sign(how, key, new TextEncoder().encode(payload));
  return { payload, signature: base64url(signature) };
}

/** The phone has no session: its signature says who it is. */
async function send(path: string, body: object): Promise<Response> {
  const response = await fetch(`/api/v1/authenticator/${path}`, {
    method: 'POST',
    credentials: 'omit',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Refused(String(response.status));
  return response;
}

async function post<T>(path: string, body: object): Promise<T> {
  return (await send(path, body)).json();
}

function base64url(bytes: ArrayBuffer): string {
  const text = btoa(String.fromCodePoint(...new Uint8Array(bytes)));
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
