import { expect, test } from 'vitest';
import {
  addCodeApp,
  addNumber,
  askText,
  atSecondStep,
  textedCode,
  wait,
  wrongCode,
} from '#test/factors.ts';
import { ada, arrive, password } from '#test/people.ts';
import { given } from '#test/world.ts';
import { askStepUp, readStepUp, signIn, stepUp } from '../../../sign-in/sign-in.contract.ts';
import { proveFactor } from '../../../sign-in/second-factor.contract.ts';
import { beginTotp } from '../../factor.contract.ts';
import { beginSms, confirmSms } from '../sms.contract.ts';

const sms = (code: string) => ({ body: { method: 'sms', code } as const });
const ask = { body: { method: 'sms' } as const };
const swiss = { body: { number: '079 123 45 67' } };

test('[MF-03] a code counts for five minutes', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  await addNumber(world, browser);
  const slow = await atSecondStep(world);
  const late = await askText(world, slow);
  wait(world, 300);
  expect((await slow.send(proveFactor, sms(late))).statusCode).toBe(403);
  const quick = await atSecondStep(world);
  const code = await askText(world, quick);
  wait(world, 299);
  expect((await quick.send(proveFactor, sms(code))).statusCode).toBe(200);
});

test('[MF-02] the newest code of a sign-in counts, in that sign-in only', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  await addNumber(world, browser);
  const one = await atSecondStep(world);
  const first = await askText(world, one);
  wait(world, 600);
  const two = await atSecondStep(world);
  const old = await askText(world, two);
  const newest = await askText(world, two);
  const three = await atSecondStep(world);
  expect((await three.send(proveFactor, sms(newest))).statusCode).toBe(403);
  for (const code of [first, old].filter((other) => other !== newest)) {
    expect((await two.send(proveFactor, sms(code))).statusCode).toBe(403);
  }
  await two.call(proveFactor, sms(newest));
});

test('[MF-01] the same code at once in one sign-in: exactly one gets in', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  await addNumber(world, browser);
  const other = await atSecondStep(world);
  const code = await askText(world, other);
  const copies = [1, 2, 3, 4, 5].map(() => other.copy());
  const done = await Promise.allSettled(copies.map((one) => one.call(proveFactor, sms(code))));
  expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(
    await world.query('select 1 from identity.sms_code where used_at is not null'),
  ).toHaveLength(1);
});

test('[MF-01] the same confirmation at once binds one number', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const { factorId } = await browser.call(beginSms, swiss);
  const code = await textedCode(world);
  const confirm = () => browser.copy().call(confirmSms, { body: { factorId, code } });
  const done = await Promise.allSettled([confirm(), confirm(), confirm()]);
  expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('[MF-07] [LK-06] five tries in one sign-in; a new code begins none of them anew', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  await addNumber(world, browser);
  const other = await atSecondStep(world);
  const first = await askText(world, other);
  for (let tries = 0; tries < 3; tries++) {
    expect((await other.send(proveFactor, sms(wrongCode(first)))).json()).toMatchObject({
      code: 'identity.factor-wrong',
    });
  }
  const second = await askText(world, other);
  for (let tries = 0; tries < 2; tries++) await other.send(proveFactor, sms(wrongCode(second)));
  expect((await other.send(proveFactor, sms(second))).json()).toMatchObject({
    code: 'identity.attempt-spent',
  });
});

test('[MF-07] [LK-06] five tries confirm a number, twenty in a row on the account', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const tryWrong = async (number: string, tries: number) => {
    const { factorId } = await browser.call(beginSms, { body: { number } });
    const code = await textedCode(world);
    for (let tried = 0; tried < tries; tried++) {
      await browser.send(confirmSms, { body: { factorId, code: wrongCode(code) } });
    }
    return (await browser.send(confirmSms, { body: { factorId, code } })).json();
  };
  expect(await tryWrong('079 123 45 67', 5)).toMatchObject({ code: 'identity.sms-code-wrong' });
  await tryWrong('079 123 45 68', 5);
  await tryWrong('079 123 45 69', 5);
  // whatever number: the account has tried eighteen times, and twice more
  expect(await tryWrong('079 123 45 70', 2)).toMatchObject({ code: 'identity.factor-paused' });
});

test('[SU-02] [AT-11] a SIM card confirms nothing: neither a fresh sign-in nor a code in step-up', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  await addNumber(world, browser);
  const other = await atSecondStep(world);
  await other.call(proveFactor, sms(await askText(world, other)));
  // came in with a text: nothing sensitive is open by that
  expect((await other.send(beginTotp, { body: { label: 'App' } })).json()).toMatchObject({
    code: 'identity.step-up-needed',
  });
  expect(await other.call(readStepUp)).toEqual({ ways: [{ factor: null, password: true }] });
  const texts = await world.query('select 1 from messages.sms');
  expect(await other.call(askStepUp, ask)).toEqual({ options: null });
  expect(await world.query('select 1 from messages.sms')).toEqual(texts);
  const tried = { body: { password, factor: { method: 'sms', code: '123456' } as const } };
  expect((await other.send(stepUp, tried)).json()).toMatchObject({
    code: 'identity.proof-incomplete',
  });
  await other.call(stepUp, { body: { password } });
  await addCodeApp(world, other);
  // beside a stronger method the password alone is not enough any more
  wait(world, 601);
  expect((await other.send(stepUp, { body: { password } })).json()).toMatchObject({
    code: 'identity.proof-incomplete',
  });
});

test('[SU-02] [SU-03] who has texts only signs in anew after a day; the password confirms nothing', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  await addNumber(world, browser);
  const other = world.browser();
  const body = { address: ada.address, password, staySignedIn: true };
  await other.call(signIn, { body });
  await other.call(proveFactor, sms(await askText(world, other)));
  wait(world, 25 * 60 * 60);
  const begin = () => other.send(beginTotp, { body: { label: 'App' } });
  expect((await begin()).json()).toMatchObject({ code: 'identity.step-up-needed' });
  expect(await other.call(readStepUp)).toEqual({ ways: [] });
  expect((await other.send(stepUp, { body: { password } })).json()).toMatchObject({
    code: 'identity.proof-incomplete',
  });
  await other.call(signIn, { body });
  await other.call(proveFactor, sms(await askText(world, other)));
  await other.call(stepUp, { body: { password } });
  expect((await begin()).statusCode).toBe(200);
});
