import { createPublicKey } from 'node:crypto';
import { jwtVerify } from 'jose';
import { expect, test } from 'vitest';
import { addCodeApp, atSecondStep, wait } from '#test/factors.ts';
import { cloneTemplate } from '#test/database.ts';
import { ada, arrive, password } from '#test/people.ts';
import { proveFor, withApp } from '#test/proof.ts';
import { pushService } from '#test/push-service.ts';
import { pairPhone, softwarePhone } from '#test/software-phone.ts';
import { given, type World } from '#test/world.ts';
import { removeFactor } from '../../factors/factor.contract.ts';
import { askFactor } from '../../sign-in/second-factor.contract.ts';
import { beginPush, readWaiting } from '../authenticator.contract.ts';

const push = { body: { method: 'push' } } as const;

/** A phone that is paired and says where it is woken. */
async function wokenAda(service: Awaited<ReturnType<typeof pushService>>) {
  const world = await given({ settings: service.settings });
  const { browser } = await arrive(world, ada);
  const phone = await pairPhone(world, browser);
  const answer = await phone.subscribe(service.endpoint);
  expect(answer.statusCode).toBe(204);
  return { world, browser, phone };
}

const subscriptions = (world: World) => world.query('select * from identity.push_subscription');

/** The public half as the phone got it, as a key. */
function keyOf(point: string) {
  const bytes = Buffer.from(point, 'base64url');
  const x = bytes.subarray(1, 33).toString('base64url');
  const y = bytes.subarray(33).toString('base64url');
  return createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' });
}

test('[D9] a request wakes the phone by an empty message, signed for its service', async () => {
  const service = await pushService();
  const { world, phone } = await wokenAda(service);
  // that it works is shown at once
  expect(service.told).toHaveLength(1);
  const asking = await atSecondStep(world);
  const { options } = await asking.call(askFactor, push);
  expect(service.told).toHaveLength(1);
  await world.runJobs();
  expect(service.told).toHaveLength(2);
  const { path, body, headers } = service.told[1] ?? { path: '', body: '', headers: {} };
  expect([path, body]).toEqual(['/phone-1', '']);
  expect(headers).toMatchObject({ ttl: '120', 'content-length': '0', urgency: 'high' });
  expect(JSON.stringify(headers)).not.toContain(String(options?.['code']));

  const state = await phone.waiting();
  expect(state).toMatchObject({ push: { isWoken: true } });
  const key = state.push?.key ?? '';
  const token = /^vapid t=([\w.-]+), k=([\w-]+)$/.exec(headers.authorization ?? '');
  expect(token?.[2]).toBe(key);
  const { payload } = await jwtVerify(token?.[1] ?? '', keyOf(key), {
    audience: service.origin,
    currentDate: world.clock.now(),
  });
  expect(payload.sub).toMatch(/^mailto:/);
  const lasts = (payload.exp ?? 0) - world.clock.now().getTime() / 1000;
  expect(lasts).toBe(3600);
});

test('[R161] the phone of an app that is removed is woken, hears it, and is forgotten', async () => {
  const service = await pushService();
  const { world, browser, phone } = await wokenAda(service);
  // another method, so that the phone goes at once
  const app = await addCodeApp(world, browser);
  await proveFor(browser, removeFactor, phone.factorId(), withApp(app));
  await browser.call(removeFactor, { params: { factorId: phone.factorId() }, body: { password } });
  expect(service.told).toHaveLength(1);
  await world.runJobs();
  expect(service.told).toHaveLength(2);
  // kept a day for a phone that is off
  expect(service.told[1]?.headers).toMatchObject({ ttl: '86400' });
  expect(await phone.waiting()).toMatchObject({ state: 'removed', waiting: null, push: null });
  expect(await subscriptions(world)).toEqual([]);
});

test('nothing is sent for what was rolled back, nor for a request that is over', async () => {
  const service = await pushService();
  const { world } = await wokenAda(service);
  const asking = await atSecondStep(world);
  for (let asked = 0; asked < 3; asked++) await asking.call(askFactor, push);
  expect((await asking.send(askFactor, push)).statusCode).toBe(429);
  wait(world, 120);
  await world.runJobs();
  expect(service.told).toHaveLength(1);
});

test.for([404, 410])('a phone that its service does not know (%s) is forgotten', async (status) => {
  const service = await pushService();
  const { world, phone } = await wokenAda(service);
  service.answers(status);
  const asking = await atSecondStep(world);
  await asking.call(askFactor, push);
  await world.runJobs();
  expect(service.told).toHaveLength(2);
  expect(await subscriptions(world)).toEqual([]);
  expect(await phone.waiting()).toMatchObject({ push: { isWoken: false } });
  await asking.call(askFactor, push);
  await world.runJobs();
  expect(service.told).toHaveLength(2);
});

test('a service that is down is asked again; one that says no is not', async () => {
  const service = await pushService();
  const { world } = await wokenAda(service);
  const asking = await atSecondStep(world);
  service.answers(503, 429, 201);
  await asking.call(askFactor, push);
  await world.runJobs({ impatient: true, tolerant: true });
  expect(service.told).toHaveLength(4);
  service.answers(403);
  await asking.call(askFactor, push);
  await world.runJobs({ impatient: true });
  expect(service.told).toHaveLength(5);
  expect(await subscriptions(world)).toHaveLength(1);
});

test('a browser that moves its phone says so, signed; the newer address counts', async () => {
  const service = await pushService();
  const { world, phone } = await wokenAda(service);
  await phone.subscribe(`${service.origin}/phone-2`);
  const asking = await atSecondStep(world);
  await asking.call(askFactor, push);
  await world.runJobs();
  expect(service.told.map(({ path }) => path)).toEqual(['/phone-1', '/phone-2', '/phone-2']);
  const stranger = await softwarePhone(world);
  const forged = await stranger.subscribe(`${service.origin}/phone-3`, {
    factorId: phone.factorId(),
  });
  expect(forged.json()).toMatchObject({ code: 'identity.app-refused' });
  const iat = Math.floor(world.clock.now().getTime() / 1000) - 61;
  expect((await phone.subscribe(service.endpoint, { iat })).statusCode).toBe(403);
  expect(service.told).toHaveLength(3);
});

test('[AT-23] at binding: loopback, metadata address, http, other port, redirecting host', async () => {
  const elsewhere = await pushService();
  const location = `${elsewhere.origin}/inside`;
  const service = await pushService({ status: 307, location }, { status: 302, location }, 404);
  const hosts = [service.origin, 'fcm.googleapis.com', 'localhost'].join();
  const world = await given({ settings: { ATRIO_PUSH_HOSTS: hosts } });
  const { browser } = await arrive(world, ada);
  const phone = await pairPhone(world, browser);
  const refused = [
    'https://127.0.0.1/',
    // a listed name that leads into a network of ours
    'https://localhost/',
    'http://169.254.169.254/latest/meta-data/',
    'https://169.254.169.254/',
    'http://fcm.googleapis.com/fcm/send/abc',
    'https://fcm.googleapis.com:444/fcm/send/abc',
    `${elsewhere.origin}/inside`,
    service.endpoint,
    service.endpoint,
    service.endpoint,
  ];
  for (const endpoint of refused) {
    const answer = await phone.subscribe(endpoint);
    expect(answer.statusCode, endpoint).toBe(422);
    expect(answer.json()).toMatchObject({ code: 'identity.push-service-refused' });
  }
  expect(service.told).toHaveLength(3);
  expect(elsewhere.told).toEqual([]);
  expect(await subscriptions(world)).toEqual([]);
});

test('[AT-23] when sending: a service that points elsewhere is not followed', async () => {
  const elsewhere = await pushService();
  const service = await pushService();
  const { world } = await wokenAda(service);
  service.answers({ status: 307, location: elsewhere.endpoint });
  await (await atSecondStep(world)).call(askFactor, push);
  await world.runJobs();
  expect(service.told).toHaveLength(2);
  expect(elsewhere.told).toEqual([]);
});

test('[AT-23] when sending: a service that is not listed any more is not asked', async () => {
  const service = await pushService();
  const on = await cloneTemplate();
  const before = await given({ on, settings: service.settings, lasts: true });
  const phone = await pairPhone(before, (await arrive(before, ada)).browser);
  await phone.subscribe(service.endpoint);
  await (await atSecondStep(before)).call(askFactor, push);
  await before.app.close();
  const now = await given({ on, settings: { ATRIO_PUSH_HOSTS: 'fcm.googleapis.com' } });
  await now.runJobs();
  expect(service.told).toHaveLength(1);
});

test('a phone can be woken while it is paired, and a service that is slow is tried later', async () => {
  const service = await pushService('never');
  const world = await given({ settings: service.settings });
  const { browser } = await arrive(world, ada);
  const { code } = await browser.call(beginPush, { body: { label: 'Pixel' } });
  const phone = await softwarePhone(world);
  await phone.pair(code);
  const began = performance.now();
  expect((await phone.subscribe(service.endpoint)).statusCode).toBe(204);
  expect(performance.now() - began).toBeLessThan(5000);
  expect(await phone.waiting()).toMatchObject({ state: 'not-finished', push: { isWoken: true } });
});

test('[SE-15] neither key nor address stands in the open', async () => {
  const service = await pushService();
  const { world } = await wokenAda(service);
  await (await atSecondStep(world)).call(askFactor, push);
  const kept = JSON.stringify([
    ...(await world.query('select * from identity.vapid_key')),
    ...(await subscriptions(world)),
    ...(await world.query('select name, data from pgboss.job')),
  ]);
  expect(kept).toContain('identity.wake-phone');
  expect(kept).not.toContain('phone-1');
  expect(kept).not.toContain('"d"');
});

test('phones that ask at once get one and the same key', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const phone = await pairPhone(world, browser);
  const asked = [1, 2, 3, 4].map(async () => {
    const message = await phone.signed({ kind: 'read', factorId: phone.factorId() });
    return world.browser().call(readWaiting, { body: { message } });
  });
  const keys = (await Promise.all(asked)).map((state) => state.push?.key);
  expect(new Set(keys).size).toBe(1);
  expect(await world.query('select 1 from identity.vapid_key')).toHaveLength(1);
});
