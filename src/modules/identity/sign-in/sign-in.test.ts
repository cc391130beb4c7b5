import { hash } from '@node-rs/argon2';
import { expect, test } from 'vitest';
import type { Client } from '#test/client.ts';
import { ada, arrive, grace, password } from '#test/people.ts';
import { given, testKeys, type World } from '#test/world.ts';
import { readProfile } from '../accounts/profile.contract.ts';
import { whoAmI } from '../sessions/session.contract.ts';
import { signIn, signOut } from './sign-in.contract.ts';

const wrong = 'this is not the password';
const enter = (browser: Client, given: { address?: string; password?: string } = {}) =>
  browser.send(signIn, { body: { address: ada.address, password, ...given } });

test('[D8] [LK-10] unknown, wrong, paused and disabled answer alike', async () => {
  const world = await given();
  await arrive(world, ada);
  await arrive(world, grace);
  await world.query('update identity.user set disabled_at = $1 where address = $2', [
    world.clock.now(),
    grace.address,
  ]);
  const strange = world.browser({ from: '198.51.100.1' });
  const answers = [
    await enter(strange, { address: 'nobody@example.com' }),
    await enter(strange, { password: wrong }),
    await enter(strange, { address: grace.address }),
  ];
  for (let tries = 1; tries < 6; tries++) answers.push(await enter(strange, { password: wrong }));
  answers.push(await enter(strange)); // right, but paused

  const bare = answers.map(({ statusCode, headers, json }) => {
    const { requestId: _, ...body } = json();
    const { 'x-request-id': __, 'content-length': ___, date: ____, ...rest } = headers;
    return { statusCode, headers: rest, body };
  });
  for (const answer of bare) expect(answer).toEqual(bare[0]);
  expect(bare[0]).toMatchObject({ statusCode: 401, body: { code: 'identity.sign-in-refused' } });
});

test('[PW-02] [PW-03] the whole password counts, in either spelling', async () => {
  const world = await given();
  const long = `${'🦊🌵'.repeat(3)}café am See ${'abcdefghij klmno'.repeat(10)}z`;
  await arrive(world, ada);
  await reseed(world, long);
  expect((await enter(world.browser(), { password: long.normalize('NFD') })).statusCode).toBe(200);
  expect((await enter(world.browser(), { password: `${long.slice(0, -1)}y` })).statusCode).toBe(
    401,
  );
  expect((await enter(world.browser(), { password: long.toUpperCase() })).statusCode).toBe(401);
});

test('[PW-08] a password does not grow old', async () => {
  const world = await given();
  await arrive(world, ada);
  world.clock.moveTo(new Date('2028-04-01T12:00:00Z'));
  expect((await enter(world.browser())).statusCode).toBe(200);
});

test('[PW-10] [PW-12] the database holds a sealed argon2id record', async () => {
  const world = await given();
  await arrive(world, ada);
  const record = await storedRecord(world);
  expect(record).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$/);
  const dump = JSON.stringify(await world.query('select * from identity.credential'));
  expect(dump).not.toContain('argon2');
});

test('[PW-12] a sealed record opens beside its own row and holder only', async () => {
  const world = await given();
  await arrive(world, ada);
  await arrive(world, grace);
  await world.query(`update identity.credential set sealed = (
    select sealed from identity.credential as other where other.id <> credential.id)`);
  expect((await enter(world.browser())).statusCode).toBe(500);
});

test('[PW-11] a weaker record is raised silently at the next sign-in', async () => {
  const world = await given();
  await arrive(world, ada);
  await reseed(world, password, { memoryCost: 4096, timeCost: 1, parallelism: 1 });
  expect(await storedRecord(world)).toMatch(/m=4096,t=1/);
  expect((await enter(world.browser())).statusCode).toBe(200);
  expect(await storedRecord(world)).toMatch(/m=19456,t=2/);
  expect((await enter(world.browser())).statusCode).toBe(200);
});

test('[AT-35] a disabled user is out at once, on every road', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  await world.query('update identity.user set disabled_at = $1', [world.clock.now()]);
  expect(await browser.call(whoAmI)).toMatchObject({ user: null });
  await expect(browser.call(readProfile)).rejects.toMatchObject({ status: 401 });
  expect((await enter(browser)).statusCode).toBe(401);
});

test('[AT-47] [SE-03] what was planted before a sign-in is dead after it', async () => {
  const world = await given();
  const { browser: eve } = await arrive(world, grace);
  const { browser: adas } = await arrive(world, ada);
  const planted = { sid: eve.cookie('sid'), dev: eve.cookie('dev') };
  const victim = world.browser();
  victim.setCookie('sid', planted.sid);
  victim.setCookie('dev', planted.dev);
  victim.setCookie('try', 'mt_planted');

  await victim.call(signIn, { body: { address: ada.address, password } });
  expect(victim.cookie('sid')).not.toBe(planted.sid);
  expect(victim.cookie('dev')).not.toBe(planted.dev);
  expect(victim.cookie('try')).toBeUndefined();
  expect(await eve.call(whoAmI)).toMatchObject({ user: null });
  expect(await adas.call(whoAmI)).toMatchObject({ user: { firstName: 'Ada' } });
});

test('[AT-45] signing out with a made-up cookie ends nothing', async () => {
  const world = await given();
  const { browser: adas } = await arrive(world, ada);
  const forger = world.browser();
  const digest = await world.query<{ id: string; hash: string }>(
    `select id, encode(token_hash, 'hex') as hash from identity.session`,
  );
  for (const forged of ['ms_made-up', digest[0]?.id ?? '', digest[0]?.hash ?? '', '%00', '']) {
    forger.setCookie('sid', forged);
    expect((await forger.send(signOut)).statusCode).toBe(204);
  }
  expect(await adas.call(whoAmI)).toMatchObject({ user: { firstName: 'Ada' } });
});

test('[SE-12] signing out ends the session and clears what the browser stored', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const before = browser.copy();
  const answer = await browser.send(signOut);
  expect(answer.headers['clear-site-data']).toBe('"storage"');
  expect(browser.cookie('sid')).toBeUndefined();
  expect(await before.call(whoAmI)).toMatchObject({ user: null });
});

test('[D5] a new device is told to the owner, a known one is not', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  await browser.call(signIn, { body: { address: ada.address, password } });
  const letters = (await world.mails(ada.address)).map(({ letter }) => letter);
  expect(letters).toEqual(['identity.new-device']);
});

test('[AT-59] odd content types never reach the door', async () => {
  const world = await given();
  await arrive(world, ada);
  const odd = ['text/plain', 'application/json\t', 'application/jsonx', 'garbage', 'application/'];
  for (const type of [...odd, 'application/x-www-form-urlencoded', 'multipart/form-data']) {
    const answer = await world.app.server.inject({
      method: 'POST',
      url: '/api/v1/sign-in',
      headers: { 'content-type': type, origin: world.app.settings.origin },
      payload: JSON.stringify({ address: ada.address, password, isStaff: true }),
    });
    expect(answer.statusCode, type).toBe(422);
  }
  const upper = await enter(world.browser());
  expect(upper.statusCode).toBe(200);
});

test('[WB-01] another site cannot sign anybody in or out, nor act in a session', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const body = { address: ada.address, password };
  const foreign = [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none' },
    { 'sec-fetch-site': '', origin: 'https://evil.example' },
    { 'sec-fetch-site': '', origin: 'null' },
  ];
  for (const headers of foreign) {
    expect((await browser.send(signIn, { body, headers })).statusCode).toBe(403);
    expect((await browser.send(signOut, { headers })).statusCode).toBe(403);
  }
  expect(await browser.call(whoAmI)).toMatchObject({ user: { firstName: 'Ada' } });
});

test('[WB-04] the way back is a path of ours', async () => {
  const world = await given();
  await arrive(world, ada);
  const back = async (returnTo: string) => {
    const body = { address: ada.address, password, returnTo };
    return (await world.browser().call(signIn, { body })) as { returnTo?: string };
  };
  expect(await back('/o/org_1/home?x=1')).toMatchObject({ returnTo: '/o/org_1/home?x=1' });
  expect(await back('//evil.example')).toMatchObject({ returnTo: '/' });
});

type Row = { id: string; user_id: string; sealed: string };
const purposeOf = (row: Row) => ({
  use: 'identity.credential.sealed',
  row: row.id,
  owner: row.user_id,
});

async function storedRecord(world: World): Promise<string> {
  const [row] = await world.query<Row>('select id, user_id, sealed from identity.credential');
  return testKeys.open(purposeOf(row!), row!.sealed);
}

/** Puts another record in place, as an older version of the program would have written it. */
async function reseed(world: World, text: string, cost = {}): Promise<void> {
  const [row] = await world.query<Row>('select id, user_id, sealed from identity.credential');
  const usual = { memoryCost: 19456, timeCost: 2, parallelism: 1 };
  const record = await hash(text.normalize('NFKC'), { ...usual, ...cost });
  await world.query('update identity.credential set sealed = $1', [
    testKeys.seal(purposeOf(row!), record),
  ]);
}
