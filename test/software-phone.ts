// Atrio Authenticator in software: a real P-256 key of WebCrypto, real signatures.
import { randomUUID, webcrypto } from 'node:crypto';
import {
  beginPush,
  confirmPush,
  decidePush,
  pairApp,
  readWaiting,
} from '#modules/identity/authenticator/authenticator.contract.ts';
import { readNotices } from '#modules/identity/authenticator/notices/notices.contract.ts';
import {
  askScreenLock,
  beginScreenLock,
  keepScreenLock,
} from '#modules/identity/authenticator/screen-lock/screen-lock.contract.ts';
import { subscribeApp } from '#modules/identity/authenticator/wake-up/wake-up.contract.ts';
import { softwarePasskey, type Authenticator, type Broken } from './authenticator.ts';
import type { Client } from './client.ts';
import type { World } from './world.ts';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const text = (bytes: ArrayBuffer) => Buffer.from(bytes).toString('base64url');

export type SoftwarePhone = Awaited<ReturnType<typeof softwarePhone>>;

/** A phone with a key of its own; what a test breaks, it says over what the phone would say. */
export async function softwarePhone(world: World) {
  const keys = await webcrypto.subtle.generateKey(algorithm, false, ['sign', 'verify']);
  const publicKey = text(await webcrypto.subtle.exportKey('spki', keys.publicKey));
  const client = world.browser();
  let factorId: `fac_${string}` = `fac_${'0'.repeat(32)}`;

  async function signed(said: object) {
    const { origin } = world.app.settings;
    const iat = Math.floor(world.clock.now().getTime() / 1000);
    const payload = JSON.stringify({ origin, iat, ...said });
    const how = { name: 'ECDSA', hash: 'SHA-256' };
    const bytes = await webcrypto.subtle.sign(how, keys.privateKey, Buffer.from(payload));
    return { payload, signature: text(bytes) };
  }

  const decision = async (said: object) => ({
    body: { message: await signed({ factorId, jti: randomUUID().replaceAll('-', ''), ...said }) },
  });

  return {
    publicKey,
    signed,
    decision,
    factorId: () => factorId,
    pair: async (code: string, said: object = {}) => {
      const body = { publicKey, message: await signed({ code, ...said }) };
      const answer = await client.send(pairApp, { body });
      if (answer.statusCode === 200)
        factorId = answer.json<{ factorId: typeof factorId }>().factorId;
      return answer;
    },
    waiting: async (said: object = {}) => {
      const message = await signed({ kind: 'read', factorId, ...said });
      return client.call(readWaiting, { body: { message } });
    },
    /** What was changed lately. */
    notices: async (said: object = {}) => {
      const message = await signed({ kind: 'notices', factorId, ...said });
      return client.send(readNotices, { body: { message } });
    },
    /** Says where it is woken. */
    subscribe: async (endpoint: string, said: object = {}) => {
      const message = await signed({ kind: 'subscribe', factorId, endpoint, ...said });
      return client.send(subscribeApp, { body: { message } });
    },
    /** Decides on what waits; an approval with the number of the page. */
    decide: async (said: object) => client.send(decidePush, await decision(said)),
    /** Begins with a screen lock: what the phone is asked to make. */
    beginLock: async (said: object = {}) => {
      const message = await signed({ kind: 'begin-screen-lock', factorId, ...said });
      return client.send(beginScreenLock, { body: { message } });
    },
    /** Brings what the phone made. */
    keepLock: async (response: ReturnType<Authenticator['create']>, said: object = {}) => {
      const credentialId = response.id;
      const message = await signed({ kind: 'keep-screen-lock', factorId, credentialId, ...said });
      return client.send(keepScreenLock, { body: { message, response } });
    },
    /** What the lock is to sign for one request. */
    askLock: async (attempt: string, said: object = {}) => {
      const message = await signed({ kind: 'ask-screen-lock', factorId, attempt, ...said });
      return client.send(askScreenLock, { body: { message } });
    },
    /** Approves with the number, and with what the screen lock signed. */
    approve: async (said: object, assertion: ReturnType<Authenticator['get']>) => {
      const { body } = await decision({ decision: 'approve', ...said });
      return client.send(decidePush, { body: { ...body, assertion } });
    },
  };
}

/** Pairs a phone with the account of this browser, to the end. */
export async function pairPhone(world: World, browser: Client) {
  const phone = await softwarePhone(world);
  const { factorId, code } = await browser.call(beginPush, { body: { label: 'Pixel' } });
  const paired = await phone.pair(code);
  const { emergencyCodes } = await browser.call(confirmPush, { body: { factorId } });
  const { seed } = paired.json<{ seed: string }>();
  return { ...phone, seed, codes: emergencyCodes ?? [] };
}

/** Gives a paired phone a screen lock: real keys, as its browser keeps them. */
export async function lockPhone(world: World, phone: SoftwarePhone, broken?: Broken) {
  const lock = softwarePasskey(world.app.settings.origin);
  const { options } = (await phone.beginLock()).json<{ options: object }>();
  const kept = await phone.keepLock(lock.create(options, broken));
  return { ...lock, kept };
}
