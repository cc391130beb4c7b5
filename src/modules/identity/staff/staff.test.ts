import { expect, test } from 'vitest';
import { ada, arrive, hire, password } from '#test/people.ts';
import { given } from '#test/world.ts';
import { readProfile } from '../accounts/profile.contract.ts';
import { signIn } from '../sign-in/sign-in.contract.ts';
import { staffFactorWarning } from './staff-factor-warning.ts';
import { staffSession, staffSignIn, staffSignOut, staffStepUp } from './staff.contract.ts';

test('[settled 14] staff have their own door, cookie and session', async () => {
  const world = await given();
  const { browser } = await hire(world, 'billing');
  expect(browser.cookie('sid')).toBeUndefined();
  expect(await browser.call(staffSession)).toMatchObject({ staff: { role: 'billing' } });
  await expect(browser.call(readProfile)).rejects.toMatchObject({ status: 401 });
});

test('[settled 14] neither door opens with the other’s people or cookies', async () => {
  const world = await given();
  await hire(world, 'support');
  const { browser: adas } = await arrive(world, ada);
  const body = { address: 'support@provider.example', password };
  expect((await world.browser().send(signIn, { body })).statusCode).toBe(401);
  const hers = { address: ada.address, password };
  expect((await world.browser().send(staffSignIn, { body: hers })).statusCode).toBe(401);
  adas.setCookie('staff', adas.cookie('sid'));
  await expect(adas.call(staffSession)).rejects.toMatchObject({ status: 401 });
});

test('[SE-05] a staff session ends after fifteen minutes unused', async () => {
  const world = await given();
  const { browser } = await hire(world, 'billing');
  world.clock.moveTo(new Date(world.clock.now().getTime() + 15 * 60_000));
  await expect(browser.call(staffSession)).rejects.toMatchObject({ status: 401 });
});

test('[SE-17] a role that was taken is gone with the next request', async () => {
  const world = await given();
  const { browser } = await hire(world, 'administrator');
  await world.query(`update identity.staff set role = 'support'`);
  expect(await browser.call(staffSession)).toMatchObject({ staff: { role: 'support' } });
  await world.query('update identity.staff set disabled_at = created_at');
  await expect(browser.call(staffSession)).rejects.toMatchObject({ status: 401 });
});

test('[SE-03] staff step up with a new token, and sign out', async () => {
  const world = await given();
  const { browser } = await hire(world, 'billing');
  const before = browser.copy();
  await browser.call(staffStepUp, { body: { password } });
  await expect(before.call(staffSession)).rejects.toMatchObject({ status: 401 });
  const copy = browser.copy();
  await browser.call(staffSignOut);
  await expect(copy.call(staffSession)).rejects.toMatchObject({ status: 401 });
});

test('[settled 14] outside the demo the start says that staff have no second factor', () => {
  expect(staffFactorWarning({ demo: true })).toBeUndefined();
  expect(staffFactorWarning({ demo: false })).toMatch(/password only/);
});
