import { appNameOf } from '#modules/identity/authenticator/pairing/app-name.rules.ts';
import type { Answer } from '#kernel/contract.ts';
import type {
  decidePush,
  pairApp,
  readWaiting,
} from '#modules/identity/authenticator/authenticator.contract.ts';
import type { readNotices } from '#modules/identity/authenticator/notices/notices.contract.ts';
import type { beginScreenLock } from '#modules/identity/authenticator/screen-lock/screen-lock.contract.ts';
import type { Account } from './accounts.ts';

export type Waiting = NonNullable<Answer<typeof readWaiting>['waiting']>;

export type Notice = Answer<typeof readNotices>['notices'][number];

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

/** What was changed lately of what protects the account. */
export async function noticesFor({ key, factorId }: Account): Promise<readonly Notice[]> {
  const message = await signed(key, { kind: 'notices', factorId });
  return (await post<Answer<typeof readNotices>>('notices', { message })).notices;
}

/** Says where this phone is woken. */
export async function subscribe({ key, factorId }: Account, endpoint: string): Promise<void> {
  await send('subscription', {
    message: await signed(key, { kind: 'subscribe', factorId, endpoint }),
  });
}

type Decision =
  | { readonly decision: 'approve'; readonly code: string; readonly assertion?: object | undefined }
  | { readonly decision: 'deny' | 'report' };

/** Approves with the number that was typed, denies, or denies and reports. */
export async function decide(
  { key, factorId }: Account,
  attempt: string,
  decided: Decision,
): Promise<Answer<typeof decidePush>> {
  const jti = base64url(crypto.getRandomValues(new Uint8Array(16)).buffer);
  const { assertion, ...decision } = { assertion: undefined, ...decided };
  const message = await signed(key, { factorId, attempt, jti, ...decision });
  return post('decision', assertion === undefined ? { message } : { message, assertion });
}

type LockOptions = Answer<typeof beginScreenLock>;

/** What this phone is to make for its screen lock. */
export async function beginLock({ key, factorId }: Account): Promise<LockOptions['options']> {
  const message = await signed(key, { kind: 'begin-screen-lock', factorId });
  return (await post<LockOptions>('screen-lock', { message })).options;
}

/** Brings what it made; true when approvals want it from now on. */
export async function keepLock(
  { key, factorId }: Account,
  response: { readonly id: string },
): Promise<boolean> {
  const { id: credentialId } = response;
  const message = await signed(key, { kind: 'keep-screen-lock', factorId, credentialId });
  return (await send('screen-lock/confirmation', { message, response })).ok;
}

/** What the screen lock is to sign for one request. */
export async function askLock(
  { key, factorId }: Account,
  attempt: string,
): Promise<LockOptions['options']> {
  const message = await signed(key, { kind: 'ask-screen-lock', factorId, attempt });
  return (await post<LockOptions>('screen-lock/challenge', { message })).options;
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
