import { expect, test } from 'vitest';
import { ada, arrive, password } from '#test/people.ts';
import { given } from '#test/world.ts';
import { whoAmI } from '../sessions/session.contract.ts';
import { signIn, stepUp } from '../sign-in/sign-in.contract.ts';
import { changePassword } from './password.contract.ts';

const next = 'seven kites over the harbour';
const wrong = 'this is not the password';

test('[PW-07] [SE-03] the current password changes it; other devices are out', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const other = world.browser();
  await other.call(signIn, { body: { address: ada.address, password } });
  const before = browser.copy();

  expect(await browser.call(changePassword, { body: { current: password, next } })).toMatchObject({
    endedSessions: 1,
  });
  expect(await browser.call(whoAmI)).toMatchObject({ user: { firstName: 'Ada' } });
  expect(await other.call(whoAmI)).toMatchObject({ user: null });
  await expect(before.call(whoAmI)).rejects.toMatchObject({ status: 401 });
  const door = world.browser();
  const old = door.call(signIn, { body: { address: ada.address, password } });
  await expect(old).rejects.toMatchObject({ status: 401 });
  await door.call(signIn, { body: { address: ada.address, password: next } });
  const letters = (await world.mails(ada.address)).map(({ letter }) => letter);
  expect(letters).toContain('identity.password-changed');
});

test('[PW-07] [AT-13] [LK-07] guessing inside counts like guessing at the door', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  for (let tries = 0; tries < 5; tries++) {
    await expect(
      browser.call(changePassword, { body: { current: wrong, next } }),
    ).rejects.toMatchObject({ code: 'identity.password-wrong' });
    await expect(browser.call(stepUp, { body: { password: wrong } })).rejects.toMatchObject({
      code: 'identity.password-wrong',
    });
  }
  // the browser has lost its trust: its tries are a stranger's now, and pause after five
  for (let tries = 0; tries < 5; tries++) {
    await browser.send(stepUp, { body: { password: wrong } });
  }
  await expect(browser.call(stepUp, { body: { password } })).rejects.toMatchObject({
    code: 'identity.tries-paused',
    facts: { retryAfterSeconds: 30 },
  });
  const door = world.browser();
  const { statusCode } = await door.send(signIn, { body: { address: ada.address, password } });
  expect(statusCode, 'the door counts the same tries').toBe(401);
});

test('[PW-05] a new password is judged before the current one is looked at', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const body = { current: wrong, next: 'manchesterunited' };
  await expect(browser.call(changePassword, { body })).rejects.toMatchObject({
    code: 'identity.password-listed',
  });
});

test('[AT-57] nobody changes a password without a session', async () => {
  const world = await given();
  await arrive(world, ada);
  const body = { current: password, next };
  const answer = await world.browser().send(changePassword, { body });
  expect(answer.statusCode).toBe(401);
});
