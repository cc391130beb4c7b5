import { expect, test } from 'vitest';
import { addNumber, atSecondStep, wait } from '#test/factors.ts';
import { ada, arrive, linus } from '#test/people.ts';
import { given } from '#test/world.ts';
import { askFactor } from '../../../sign-in/second-factor.contract.ts';
import { beginSms } from '../sms.contract.ts';

const ask = { body: { method: 'sms' } as const };

test('[LK-14] [LK-06] a number gets three texts in ten minutes and six a day', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  await addNumber(world, browser);
  const other = await atSecondStep(world);
  await other.call(askFactor, ask);
  await other.call(askFactor, ask);
  const fourth = await other.send(askFactor, ask);
  expect(fourth.json()).toMatchObject({
    code: 'identity.sms-often',
    facts: { freeAt: '2026-03-31T12:10:00.000Z' },
  });
  expect(fourth.statusCode).toBe(429);
  expect(Number(fourth.headers['retry-after'])).toBeGreaterThan(0);
  // another account, another way: it is the number that counts
  const stranger = await arrive(world, linus);
  const same = { body: { number: '+41 79 123 45 67' } };
  expect((await stranger.browser.send(beginSms, same)).statusCode).toBe(429);
  wait(world, 600);
  const later = await atSecondStep(world);
  for (let texts = 0; texts < 3; texts++) await later.call(askFactor, ask);
  wait(world, 600);
  const muchLater = await atSecondStep(world);
  const refused = await muchLater.send(askFactor, ask);
  expect(refused.statusCode).toBe(429);
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(600);
  expect(await world.query('select 1 from messages.sms')).toHaveLength(6);
});

test('[LK-14] one account has ten texts a day, to whatever numbers', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const numbers = Array.from({ length: 11 }, (_, at) => `+41 79 ${100 + at} 45 67`);
  const answers: number[] = [];
  for (const number of numbers) {
    answers.push((await browser.send(beginSms, { body: { number } })).statusCode);
  }
  expect(answers).toEqual([...Array.from({ length: 10 }, () => 200), 429]);
});

test('[LK-14] many at once get no more than there are', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  await addNumber(world, browser);
  wait(world, 600);
  const browsers = [];
  for (let made = 0; made < 6; made++) browsers.push(await atSecondStep(world));
  await Promise.allSettled(browsers.map((one) => one.call(askFactor, ask)));
  expect(await world.query('select 1 from messages.sms')).toHaveLength(1 + 3);
});
