import { expect, test } from 'vitest';
import { ada, arrive, grace, password } from '#test/people.ts';
import { given, type World } from '#test/world.ts';
import { readProfile } from '../accounts/profile.contract.ts';
import { signIn, stepUp } from '../sign-in/sign-in.contract.ts';
import {
  endAllSessions,
  endOtherSessions,
  endSession,
  listSessions,
  whoAmI,
} from './session.contract.ts';
import { lives } from './session.rules.ts';
import { writeSightings } from './sightings.ts';

const minutes = 60;
const hours = 60 * minutes;

function wait(world: World, seconds: number): void {
  world.clock.moveTo(new Date(world.clock.now().getTime() + seconds * 1000));
}

const body = { address: ada.address, password };

test('[SE-05] an unused session ends after an hour, a used one after a day', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const unused = browser.copy();
  wait(world, hours - 1);
  await browser.call(readProfile);
  await writeSightings(world.within);
  wait(world, hours - 1);
  await browser.call(readProfile);
  await writeSightings(world.within);
  wait(world, hours);
  await expect(unused.call(readProfile)).rejects.toMatchObject({ status: 401 });

  const used = world.browser();
  await used.call(signIn, { body });
  await world.query('update identity.session set idle_until = abs_until');
  wait(world, 24 * hours - 1);
  await used.call(readProfile);
  wait(world, 1);
  await expect(used.call(readProfile)).rejects.toMatchObject({ status: 401 });
});

test('[SE-05] “stay signed in” lasts fourteen days unused', async () => {
  const world = await given();
  await arrive(world, ada);
  const browser = world.browser();
  const answer = await browser.send(signIn, { body: { ...body, staySignedIn: true } });
  const cookie = answer.cookies.find(({ name }) => name.endsWith('_sid'));
  expect(cookie?.maxAge).toBe(lives.staysSignedIn.absoluteSeconds);
  wait(world, lives.staysSignedIn.idleSeconds - 1);
  await browser.call(readProfile);
  wait(world, 1);
  await writeSightings(world.within);
  await browser.call(readProfile);
});

test('[SE-05] use is written down once a minute at most, after the answer', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const seen = async () => (await browser.call(listSessions)).sessions[0]?.seenAt;
  const first = await seen();
  wait(world, 59);
  await writeSightings(world.within);
  expect(await seen()).toBe(first);
  wait(world, 1);
  await browser.call(readProfile);
  await writeSightings(world.within);
  expect(await seen()).toBe(world.clock.now().toISOString());
});

test('[SE-02] [SE-04] cookies are bare of meaning, guarded, and not in the database', async () => {
  const world = await given();
  await arrive(world, ada);
  const browser = world.browser();
  const answer = await browser.send(signIn, { body });
  const cookies = answer.cookies.filter(({ name }) => /_(sid|dev)$/.test(name));
  expect(cookies).toHaveLength(2);
  for (const { name, value, path, httpOnly, secure, sameSite, domain } of cookies) {
    expect(name).toMatch(/^__Host-atrio_/);
    expect(value).toMatch(/^m[sd]_[A-Za-z0-9_-]{43}$/);
    expect({ path, httpOnly, secure, sameSite }).toEqual({
      path: '/',
      httpOnly: true,
      secure: true,
      sameSite: 'Lax',
    });
    expect(domain).toBeUndefined();
  }
  const dump = JSON.stringify([
    await world.query('select * from identity.session'),
    await world.query('select * from identity.device'),
    await world.query('select * from identity.auth_attempt'),
    await world.query(`select body from activity.entry`),
  ]);
  for (const { value } of cookies) expect(dump).not.toContain(value.slice(3));
});

test('[SE-07] the list tells devices apart and never a token', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
  await world.browser().call(signIn, { body, headers: { 'user-agent': firefox } });
  const answer = await browser.send(listSessions);
  const { sessions } = answer.json();
  expect(sessions).toHaveLength(2);
  expect(sessions).toContainEqual(
    expect.objectContaining({ current: false, device: { browser: 'Firefox', system: 'Linux' } }),
  );
  expect(sessions.filter(({ current }: { current: boolean }) => current)).toHaveLength(1);
  expect(answer.body).not.toMatch(/m[sd]_[A-Za-z0-9_-]{43}/);
});

test('[SE-07] [R87] a device is listed with how and when it came, first and last', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const first = world.clock.now().toISOString();
  wait(world, hours);
  await browser.call(signIn, { body });
  const again = world.clock.now().toISOString();
  wait(world, 30 * minutes);
  await browser.call(readProfile);
  await writeSightings(world.within);
  const seenAt = world.clock.now().toISOString();
  expect((await browser.call(listSessions)).sessions).toMatchObject([
    { current: true, firstSeenAt: first, signedInAt: again, seenAt, methods: ['password'] },
  ]);
});

test('[SE-12] ending one’s own session, or all, clears what the browser stored', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const other = world.browser();
  await other.call(signIn, { body });
  const { sessions } = await other.call(listSessions);
  const { sessionId } = sessions.find(({ current }) => current)!;
  const ending = await other.send(endSession, { params: { sessionId } });
  const all = await browser.send(endAllSessions);
  for (const answer of [ending, all]) {
    expect(answer.headers['clear-site-data']).toBe('"storage"');
    expect(answer.cookies).toContainEqual(expect.objectContaining({ value: '' }));
  }
});

test('[SE-08] [SU-01] ending other sessions needs a fresh proof, and acts at once', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const other = world.browser();
  await other.call(signIn, { body });
  wait(world, 10 * minutes);
  const { sessions } = await browser.call(listSessions);
  const { sessionId } = sessions.find(({ current }) => !current)!;
  for (const refused of [
    () => browser.call(endSession, { params: { sessionId } }),
    () => browser.call(endOtherSessions),
    () => browser.call(endAllSessions),
  ]) {
    await expect(refused()).rejects.toMatchObject({ status: 401, code: 'identity.step-up-needed' });
  }
  await browser.call(stepUp, { body: { password } });
  await browser.call(endSession, { params: { sessionId } });
  expect(await other.call(whoAmI)).toMatchObject({ user: null });
  await expect(browser.call(endSession, { params: { sessionId } })).rejects.toMatchObject({
    code: 'identity.session-unknown',
  });
});

test('[SE-08] end the others; end all', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const other = world.browser();
  await other.call(signIn, { body });
  expect(await browser.call(endOtherSessions)).toEqual({ ended: 1 });
  expect(await other.call(whoAmI)).toMatchObject({ user: null });
  const copy = browser.copy();
  expect(await browser.call(endAllSessions)).toEqual({ ended: 1 });
  expect(await copy.call(whoAmI)).toMatchObject({ user: null });
});

test('[AT-57] nobody ends a session of somebody else', async () => {
  const world = await given();
  const { browser: adas } = await arrive(world, ada);
  const { browser: graces } = await arrive(world, grace);
  const { sessionId } = (await adas.call(listSessions)).sessions[0]!;
  await expect(graces.call(endSession, { params: { sessionId } })).rejects.toMatchObject({
    status: 404,
  });
  expect(await adas.call(whoAmI)).toMatchObject({ user: { firstName: 'Ada' } });
});

test('[SE-11] a twenty-first device ends the one idle longest; its owner is told', async () => {
  const world = await given();
  const { browser: oldest } = await arrive(world, ada);
  // nineteen more devices, seen later than the first
  await world.query(`
    insert into identity.session (id, token_hash, kind, user_id, device_id, aal, methods, stay,
      auth_at, prefix, agent, created_at, seen_at, idle_until, abs_until)
    select gen_random_uuid(), sha256(n::text::bytea), kind, user_id, device_id, aal, methods, stay,
      auth_at, prefix, agent, created_at, seen_at + n * interval '1 second', idle_until, abs_until
    from identity.session, generate_series(1, 19) as n`);
  expect((await oldest.call(listSessions)).sessions).toHaveLength(20);
  wait(world, 30);
  const newest = world.browser();
  await newest.call(signIn, { body });
  expect((await newest.call(listSessions)).sessions).toHaveLength(20);
  expect(await oldest.call(whoAmI)).toMatchObject({ user: null });
  const letters = (await world.mails(ada.address)).map(({ letter }) => letter);
  expect(letters.filter((letter) => letter === 'identity.too-many-sessions')).toHaveLength(1);
});

test('[SE-03] [SU-06] a step-up kills the old token and lasts ten minutes', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const before = browser.copy();
  wait(world, 10 * minutes);
  const { freshUntil } = await browser.call(stepUp, { body: { password } });
  expect(freshUntil).toBe(new Date(world.clock.now().getTime() + 600_000).toISOString());
  await expect(before.call(whoAmI)).rejects.toMatchObject({ status: 401 });
  wait(world, 10 * minutes - 1);
  expect(await browser.call(endOtherSessions)).toEqual({ ended: 0 });
  wait(world, 1);
  await expect(browser.call(endOtherSessions)).rejects.toMatchObject({ kind: 'step-up' });
});

test('[SE-15] every answer of the account is kept out of caches', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  for (const contract of [whoAmI, listSessions, readProfile]) {
    expect((await browser.send(contract)).headers['cache-control']).toBe('no-store');
  }
});

test('[WB-01] a session’s change needs the session’s own value', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const { browser: other } = await arrive(world, grace);
  const { csrf } = await other.call(whoAmI);
  for (const value of ['', 'guess', csrf ?? '']) {
    const headers = { 'x-atrio-csrf': value };
    expect((await browser.send(endOtherSessions, { headers })).statusCode).toBe(403);
  }
});
