import { expect, test } from 'vitest';
import { addCodeApp, atSecondStep, enterWithCode, wait } from '#test/factors.ts';
import { byHand, codeAt } from '#test/one-time-codes.ts';
import { ada, arrive, password } from '#test/people.ts';
import { given } from '#test/world.ts';
import { whoAmI } from '../../sessions/session.contract.ts';
import { listSessions } from '../../sessions/session.contract.ts';
import { proveFactor, readAttempt } from '../../sign-in/second-factor.contract.ts';
import { signIn } from '../../sign-in/sign-in.contract.ts';
import { beginTotp, confirmTotp, listFactors } from '../factor.contract.ts';
import { newSeed, stepOf } from './totp.ts';

const totp = (code: string) => ({ body: { method: 'totp', code } as const });

test('[MF-04] codes are those of another program, in the present step and the one before', () => {
  const seed = newSeed();
  expect(seed).toMatch(/^[A-Z2-7]{32}$/);
  for (const at of ['2026-03-31T12:00:00Z', '2026-03-31T12:00:29Z', '2033-05-18T03:33:20Z']) {
    const now = new Date(at);
    const step = Math.floor(now.getTime() / 30_000);
    const code = (steps: number) => codeAt(seed, new Date((step + steps) * 30_000));
    expect(code(0)).toBe(byHand(seed, now));
    expect(stepOf(seed, code(0), now)).toBe(step);
    expect(stepOf(seed, code(-1), now)).toBe(step - 1);
    for (const far of [-2, 1, 2]) {
      // one of a million is the code of another step as well
      const isChance = [code(0), code(-1)].includes(code(far));
      expect(stepOf(seed, code(far), now) === undefined || isChance).toBe(true);
    }
  }
});

test('[R62] [D9] with a code app the password is not enough, and its code is', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const app = await addCodeApp(world, browser);
  const other = world.browser();
  const answer = await other.call(signIn, { body: { address: ada.address, password } });
  expect(answer).toEqual({ outcome: 'factor-needed', methods: ['totp', 'emergency'] });
  expect(other.cookie('sid')).toBeUndefined();
  expect(await other.call(readAttempt)).toEqual({
    attempt: { door: 'user', methods: ['totp', 'emergency'] },
  });
  await other.call(proveFactor, totp(app.next()));
  expect(await other.call(whoAmI)).toMatchObject({ user: { firstName: 'Ada' } });
  const { sessions } = await other.call(listSessions);
  expect(sessions.find(({ current }) => current)?.methods).toEqual(['password', 'totp']);
});

test('[MF-01] [N7] the same code never works twice, nor one of an earlier step', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const { factorId, key } = await browser.call(beginTotp, { body: { label: 'Phone' } });
  const first = codeAt(key, world.clock.now());
  await browser.call(confirmTotp, { body: { factorId, code: first } });
  const other = await atSecondStep(world);
  // the code that confirmed it is used up
  expect((await other.send(proveFactor, totp(first))).json()).toMatchObject({
    code: 'identity.factor-wrong',
  });
  const earlier = codeAt(key, new Date(world.clock.now().getTime() + 30_000));
  wait(world, 60);
  const later = codeAt(key, world.clock.now());
  await other.call(proveFactor, totp(later));
  const third = await atSecondStep(world);
  for (const code of [later, earlier]) {
    expect((await third.send(proveFactor, totp(code))).statusCode).toBe(403);
  }
});

test('[MF-01] of many who bring the same code at once, one gets in', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const app = await addCodeApp(world, browser);
  const browsers = [];
  for (let made = 0; made < 5; made++) browsers.push(await atSecondStep(world));
  const code = app.next();
  const done = await Promise.allSettled(browsers.map((one) => one.call(proveFactor, totp(code))));
  expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('[MF-03] an enrolment waits ten minutes; a new one replaces it', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const old = await browser.call(beginTotp, { body: { label: 'Old' } });
  const { factorId, key } = await browser.call(beginTotp, { body: { label: 'New' } });
  const confirm = (of: { factorId: typeof factorId; key: string }) =>
    browser.send(confirmTotp, {
      body: { factorId: of.factorId, code: codeAt(of.key, world.clock.now()) },
    });
  expect((await confirm(old)).json()).toMatchObject({ code: 'identity.enrolment-over' });
  wait(world, 9 * 60);
  expect((await confirm({ factorId, key })).statusCode).toBe(200);
  expect((await confirm({ factorId, key })).json()).toMatchObject({
    code: 'identity.enrolment-over',
  });
  expect((await browser.call(listFactors)).factors.map(({ label }) => label)).toEqual(['New']);
});

test('[AT-15] [SE-15] the key is shown once: no answer, mail or log holds it afterwards', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const begun = await browser.send(beginTotp, { body: { label: 'Phone' } });
  expect(begun.headers['cache-control']).toBe('no-store');
  const { factorId, key } = begun.json<{ factorId: `fac_${string}`; key: string }>();
  const code = codeAt(key, world.clock.now());
  const added = await browser.call(confirmTotp, { body: { factorId, code } });
  const listed = await browser.send(listFactors);
  const rows = [
    ...(await world.query('select * from identity.factor')),
    ...(await world.query('select * from identity.emergency_code')),
    ...(await world.query('select body from activity.entry')),
    ...(await world.query('select * from messages.message')),
  ];
  const all = JSON.stringify([listed.body, rows]);
  for (const secret of [key, ...(added.emergencyCodes ?? [])]) expect(all).not.toContain(secret);
  expect(added.emergencyCodes).toHaveLength(10);
});

test('[MF-06] only the server’s clock counts', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const app = await addCodeApp(world, browser);
  const other = await atSecondStep(world);
  const future = codeAt(app.key, new Date(world.clock.now().getTime() + 3_600_000));
  const headers = { date: 'Tue, 31 Mar 2026 13:00:00 GMT' };
  const answer = await other.send(proveFactor, { ...totp(future), headers });
  expect(answer.statusCode).toBe(403);
  const extra = { method: 'totp', code: future, now: '2026-03-31T13:00:00Z' } as never;
  expect((await other.send(proveFactor, { body: extra })).statusCode).toBe(422);
});

test('[SE-03] the second step gives new tokens; the attempt is dead after it', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const app = await addCodeApp(world, browser);
  const other = await atSecondStep(world);
  const attempt = other.cookie('try');
  await other.call(proveFactor, totp(app.next()));
  expect(other.cookie('try')).toBeUndefined();
  const copy = world.browser();
  copy.setCookie('try', attempt);
  expect((await copy.send(proveFactor, totp(app.next()))).json()).toMatchObject({
    code: 'identity.attempt-over',
  });
  const entered = await enterWithCode(world, app);
  expect(entered.cookie('sid')).not.toBe(other.cookie('sid'));
});

test('[N7] a good code that comes in at two sign-ins is refused, and its owner warned', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const { factorId, key } = await browser.call(beginTotp, { body: { label: 'Phone' } });
  const first = codeAt(key, world.clock.now());
  await browser.call(confirmTotp, { body: { factorId, code: first } });
  const replayed = async () =>
    (await world.mails(ada.address)).filter(({ subject }) => /a second time/.test(subject)).length;
  // the code that bound the app let nobody in
  const early = await atSecondStep(world);
  expect((await early.send(proveFactor, totp(first))).statusCode).toBe(403);
  expect(await replayed()).toBe(0);

  const thief = await atSecondStep(world, { browser: world.browser({ from: '203.0.113.9' }) });
  const owner = await atSecondStep(world, { browser });
  wait(world, 60);
  const code = codeAt(key, world.clock.now());
  await thief.call(proveFactor, totp(code));
  // whoever had it from the owner was faster; the owner hears of it in any browser
  expect((await owner.send(proveFactor, totp(code))).json()).toMatchObject({
    code: 'identity.factor-wrong',
  });
  expect(await replayed()).toBe(1);
  const wrong = code === '000000' ? '111111' : '000000';
  expect((await owner.send(proveFactor, totp(wrong))).statusCode).toBe(403);
  expect(await replayed()).toBe(1);
  const entries = await world.query(
    `select 1 from activity.entry where action = 'identity.code-replayed'`,
  );
  expect(entries).toHaveLength(1);
});
