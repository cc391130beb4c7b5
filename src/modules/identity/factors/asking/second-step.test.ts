import { expect, test } from 'vitest';
import { addCodeApp, addPasskey, atSecondStep, enterWithCode, wait } from '#test/factors.ts';
import { codeAt } from '#test/one-time-codes.ts';
import { ada, arrive, password } from '#test/people.ts';
import { proveWithPasskey } from '#test/proof.ts';
import { given } from '#test/world.ts';
import { changePassword } from '../../passwords/password.contract.ts';
import { completeReset, requestReset } from '../../recovery/reset.contract.ts';
import { endOtherSessions, whoAmI } from '../../sessions/session.contract.ts';
import { proveFactor } from '../../sign-in/second-factor.contract.ts';
import { askStepUp, readStepUp, signIn, stepUp } from '../../sign-in/sign-in.contract.ts';
import { beginTotp, confirmTotp, removeFactor } from '../factor.contract.ts';

const totp = (code: string) => ({ body: { method: 'totp', code } as const });
const wrongCode = '000000';

test('[SU-01] [SU-02] [SU-03] who has a second factor proves it; the password is not enough', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const app = await addCodeApp(world, browser);
  const before = browser.copy();
  wait(world, 600);
  expect(await browser.call(readStepUp)).toEqual({ ways: [{ factor: 'totp', password: true }] });
  const incomplete = { code: 'identity.proof-incomplete' };
  for (const body of [{}, { password }, { factor: totp(wrongCode).body }]) {
    expect((await browser.send(stepUp, { body })).json()).toMatchObject(incomplete);
  }
  for (const answer of [
    await browser.send(endOtherSessions),
    await browser.send(beginTotp, { body: { label: 'Second' } }),
    await browser.send(changePassword, { body: { current: password, next: 'x y z'.repeat(5) } }),
  ]) {
    expect(answer.json()).toMatchObject({ code: 'identity.step-up-needed' });
  }
  const factor = { method: 'totp', code: app.next() } as const;
  await browser.call(stepUp, { body: { password, factor } });
  // the token before is dead
  await expect(before.call(whoAmI)).rejects.toMatchObject({ status: 401 });
  await browser.call(endOtherSessions);
});

test('[SU-03] a first method ends sessions that proved less', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const weaker = world.browser();
  await weaker.call(signIn, { body: { address: ada.address, password } });
  await addCodeApp(world, browser);
  expect(await weaker.call(whoAmI)).toMatchObject({ user: null });
  expect(await browser.call(whoAmI)).toMatchObject({ user: { firstName: 'Ada' } });
});

test('[AT-03] [RC-01] [MF-10] a new password by mail still asks for the second factor', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const app = await addCodeApp(world, browser);
  const visitor = world.browser();
  await visitor.call(requestReset, { body: { address: ada.address } });
  await world.runJobs();
  const mail = (await world.mails(ada.address)).find(({ letter }) => letter.includes('reset'));
  const token = /#(ml_[\w-]+)/.exec(mail?.body.text ?? '')?.[1] ?? '';
  const next = 'a brand new sentence of words';
  await visitor.call(completeReset, { body: { token, password: next } });
  expect(await visitor.call(whoAmI)).toMatchObject({ user: null });
  const answer = await visitor.call(signIn, { body: { address: ada.address, password: next } });
  expect(answer).toMatchObject({ outcome: 'factor-needed' });
  await visitor.call(proveFactor, totp(app.next()));
  expect(await visitor.call(whoAmI)).toMatchObject({ user: { firstName: 'Ada' } });
});

test('[AT-03] an account with passkeys only is asked after its password too', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  await addPasskey(world, browser);
  const answer = await world.browser().call(signIn, { body: { address: ada.address, password } });
  expect(answer).toEqual({ outcome: 'factor-needed', methods: ['passkey', 'emergency'] });
});

test('[AT-07] the level is read anew: a method added meanwhile is asked of an open attempt', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const app = await addCodeApp(world, browser);
  const passkey = await addPasskey(world, browser);
  const other = await atSecondStep(world);
  // the code app goes while the attempt is open: its codes prove nothing any more
  const code = app.next();
  await proveWithPasskey(browser, removeFactor, app.factorId, passkey);
  await browser.call(removeFactor, { params: { factorId: app.factorId }, body: { password } });
  expect((await other.send(proveFactor, totp(code))).statusCode).toBe(403);
  const { options } = await browser.call(askStepUp, { body: { method: 'passkey' } });
  expect(options).toMatchObject({ allowCredentials: [{ id: passkey.id }] });
});

test('[SU-06] a proof dies with its session', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const app = await addCodeApp(world, browser);
  const other = await enterWithCode(world, app);
  wait(world, 600);
  const factor = { method: 'totp', code: app.next() } as const;
  await browser.call(stepUp, { body: { password, factor } });
  // the proof of one session opens nothing in another
  expect((await other.send(endOtherSessions)).json()).toMatchObject({ kind: 'step-up' });
});

test('[AT-21] [SU-03] a stale session binds no method', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const { factorId, key } = await browser.call(beginTotp, { body: { label: 'Phone' } });
  wait(world, 599);
  const code = codeAt(key, world.clock.now());
  wait(world, 1);
  const answer = await browser.send(confirmTotp, { body: { factorId, code } });
  expect(answer.json()).toMatchObject({ kind: 'step-up' });
});
