// Wakes phones by the push services of their browsers (RFC 8030, RFC 8292). The message is empty, so
// that nobody in between reads anything; what waits, the phone asks for itself.
import { once } from 'node:events';
import { request as plainly } from 'node:http';
import { request as overTls } from 'node:https';
import type { IncomingMessage } from 'node:http';
import { exportJWK, generateKeyPair, importJWK, SignJWT } from 'jose';
import type { Instant } from '#kernel/calendar.ts';
import { publicAddresses } from './public-addresses.ts';
import { PushRefused } from './push-refused.ts';

const timeoutMs = 3000;
const tokenSeconds = 60 * 60;

/** The pair that stands for this instance; `publicKey` is what browsers take, `privateKey` a JWK. */
export type PushKey = { readonly publicKey: string; readonly privateKey: string };

export type Waking = {
  readonly endpoint: URL;
  readonly key: PushKey;
  /** Who answers for it: an address of ours. */
  readonly subject: string;
  /** How long the service keeps it for a phone that is off. */
  readonly ttlSeconds: number;
  readonly at: Instant;
};

export async function newPushKey(): Promise<PushKey> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = await exportJWK(privateKey);
  const parts = [jwk.x, jwk.y].map((part) => Buffer.from(part ?? '', 'base64url'));
  const point = Buffer.concat([Buffer.from([4]), ...parts]);
  return { publicKey: point.toString('base64url'), privateKey: JSON.stringify(jwk) };
}

/** Asks a push service to wake one phone. `gone`: it knows that phone no longer. */
export async function wake(waking: Waking): Promise<'woken' | 'gone'> {
  const { endpoint } = waking;
  const status = await post(endpoint, await headersOf(waking));
  if (status === 404 || status === 410) return 'gone';
  if (status >= 200 && status < 300) return 'woken';
  const said = `${endpoint.host} answered ${status}`;
  throw isLasting(status) ? new PushRefused(said) : new Error(said);
}

/** A redirect is no answer: only the host that was looked at is asked. */
async function post(endpoint: URL, headers: Record<string, string>): Promise<number> {
  const signal = AbortSignal.timeout(timeoutMs);
  const request =
    endpoint.protocol === 'https:'
      ? overTls(endpoint, { method: 'POST', headers, signal, lookup: publicAddresses })
      : plainly(endpoint, { method: 'POST', headers, signal });
  request.end();
  const [response]: IncomingMessage[] = await once(request, 'response');
  response?.destroy();
  return response?.statusCode ?? 0;
}

async function headersOf({ endpoint, key, subject, ttlSeconds, at }: Waking) {
  const jwk: unknown = JSON.parse(key.privateKey);
  const expires = Math.floor(at.getTime() / 1000) + tokenSeconds;
  const token = await new SignJWT({ aud: endpoint.origin, exp: expires, sub: subject })
    .setProtectedHeader({ alg: 'ES256', typ: 'JWT' })
    .sign(await importJWK(Object(jwk), 'ES256'));
  return {
    authorization: `vapid t=${token}, k=${key.publicKey}`,
    ttl: String(ttlSeconds),
    urgency: 'high',
    'content-length': '0',
  };
}

/** What an answer of 3xx or 4xx means, except for “slower, please” and “that took too long”. */
const isLasting = (status: number): boolean =>
  status >= 300 && status < 500 && ![408, 425, 429].includes(status);
