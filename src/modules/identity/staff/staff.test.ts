import { expect, test } from 'vitest';
import { wait } from '#test/factors.ts';
import { codeAt } from '#test/one-time-codes.ts';
import { ada, arrive, hire, password } from '#test/people.ts';
import { listWorkItems } from '#modules/billing/bank/work-items/work-item.contract.ts';
import { given } from '#test/world.ts';
import { readProfile } from '../accounts/profile.contract.ts';
import { proveFactor, readAttempt } from '../sign-in/second-factor.contract.ts';
import { signIn } from '../sign-in/sign-in.contract.ts';
import {
  beginStaffTotp,
  confirmStaffTotp,
  removeStaffFactor,
} from './factors/staff-factor.contract.ts';
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

test('[settled 14] outside the demo staff prove two factors, and set one up first', async () => {
  const world = await given({ settings: { ATRIO_DEMO: 'off' } });
  const { browser } = await hire(world, 'administrator');
  const stop = { status: 403, code: 'identity.second-factor-needed' };
  await expect(browser.call(listWorkItems)).rejects.toMatchObject(stop);
  expect(await browser.call(staffSession)).toMatchObject({ staff: { role: 'administrator' } });

  const { factorId, key } = await browser.call(beginStaffTotp, { body: { label: 'Phone' } });
  const code = codeAt(key, world.clock.now());
  const { emergencyCodes } = await browser.call(confirmStaffTotp, { body: { factorId, code } });
  expect(emergencyCodes).toHaveLength(10);
  await browser.call(listWorkItems);
  // the last one stays: staff always need one
  await expect(
    browser.call(removeStaffFactor, { params: { factorId }, body: { password } }),
  ).rejects.toMatchObject({ code: 'identity.factor-demanded' });

  const body = { address: 'administrator@provider.example', password };
  const other = world.browser();
  expect(await other.call(staffSignIn, { body })).toMatchObject({ outcome: 'factor-needed' });
  expect(await other.call(readAttempt)).toMatchObject({ attempt: { door: 'staff' } });
  wait(world, 30);
  const next = codeAt(key, world.clock.now());
  await other.call(proveFactor, { body: { method: 'totp', code: next } });
  await other.call(listWorkItems);
});

test('[settled 14] in the demo the start says that staff need no second factor', () => {
  expect(staffFactorWarning({ demo: false })).toBeUndefined();
  expect(staffFactorWarning({ demo: true })).toMatch(/password only/);
});
