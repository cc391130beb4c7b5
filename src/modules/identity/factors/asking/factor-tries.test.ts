import { expect, test } from 'vitest';
import type { Client } from '#test/client.ts';
import { addCodeApp, atSecondStep, enterWithCode, wait } from '#test/factors.ts';
import { ada, arrive, password } from '#test/people.ts';
import { given } from '#test/world.ts';
import { proveFactor } from '../../sign-in/second-factor.contract.ts';
import { stepUp } from '../../sign-in/sign-in.contract.ts';

const totp = (code: string) => ({ body: { method: 'totp', code } as const });
const wrongCode = '000000';

test('[AT-13] [LK-07] wrong passwords and codes of a step-up count as at the door', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const app = await addCodeApp(world, browser);
  const answers = [];
  for (let tries = 0; tries < 21; tries++) {
    const body = { password, factor: totp(wrongCode).body };
    answers.push((await browser.send(stepUp, { body })).json<{ code: string }>().code);
    wait(world, 60);
  }
  expect(new Set(answers.slice(0, 20))).toEqual(new Set(['identity.factor-wrong']));
  expect(answers[20]).toBe('identity.factor-paused');
  // the same twenty at the door
  const other = await atSecondStep(world);
  const paused = { code: 'identity.factor-paused' };
  expect((await other.send(proveFactor, totp(app.next()))).json()).toMatchObject(paused);
  // a right password was none of the failures
  const lanes = await world.query<{ count: number }>('select count from identity.lane');
  expect(lanes.map(({ count }) => count).filter((count) => count > 0)).toEqual([20]);
});

test('[AT-09] [MF-07] [LK-06] codes are bounded over attempts, browsers and addresses', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const app = await addCodeApp(world, browser);
  const codes: string[] = [];
  for (let attempt = 0; attempt < 6; attempt++) {
    const from = `198.51.100.${attempt}`;
    const eve = await atSecondStep(world, { browser: world.browser({ from }) });
    for (let tries = 0; tries < 6; tries++) {
      codes.push((await eve.send(proveFactor, totp(wrongCode))).json<{ code: string }>().code);
    }
  }
  const count = (code: string) => codes.filter((one) => one === `identity.${code}`).length;
  expect(count('factor-wrong')).toBe(20);
  expect(count('attempt-spent')).toBe(4);
  expect(count('factor-paused')).toBe(12);
  // the other methods stay, and after a day this one does too
  const other = await atSecondStep(world);
  const emergency = { method: 'emergency', code: app.codes[0] ?? '' } as const;
  await other.call(proveFactor, { body: emergency });
  wait(world, 24 * 3600);
  await enterWithCode(world, app);
});

test('[AT-09] a burst of wrong codes is bounded too', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  await addCodeApp(world, browser);
  const eve = await atSecondStep(world);
  const all = Array.from({ length: 25 }, () => eve.copy().send(proveFactor, totp(wrongCode)));
  const codes = (await Promise.all(all)).map((answer) => answer.json<{ code: string }>().code);
  expect(codes.filter((code) => code === 'identity.factor-wrong')).toHaveLength(5);
});

test('[LK-12] [LK-13] the owner’s own browser mistypes; a stranger’s is told at once', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const app = await addCodeApp(world, browser);
  const told = async () =>
    (await world.mails(ada.address)).filter(
      ({ subject }) => subject === 'Somebody knows your password',
    ).length;
  const fail = async (at: Client, method: 'totp' | 'emergency', times: number) => {
    await atSecondStep(world, { browser: at });
    const body = { method, code: method === 'totp' ? wrongCode : '0-0000-0000-0000-0000' };
    for (let tries = 0; tries < times; tries++) await at.send(proveFactor, { body });
  };
  const own = browser.copy();
  await fail(own, 'emergency', 1);
  await fail(own, 'totp', 2);
  expect(await told()).toBe(0);
  await fail(own, 'totp', 2);
  expect(await told(), 'the third in a row, once').toBe(1);
  await fail(world.browser(), 'totp', 1);
  expect(await told()).toBe(2);

  await enterWithCode(world, app);
  const counts = await world.query<{ count: number }>(
    'select count from identity.lane where count > 0 order by count',
  );
  // what is left of attempts: two of two codes, one of one, one of the sheet; and the sheet's day.
  // the app's day is clear
  expect(counts.map(({ count }) => count)).toEqual([1, 1, 1, 2, 2]);
});
