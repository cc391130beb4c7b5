import { expect, test } from 'vitest';
import { listMyActivity } from '#modules/activity/log/activity.contract.ts';
import { listWorkItems } from '#modules/billing/bank/work-items/work-item.contract.ts';
import { wait } from '#test/factors.ts';
import { codeAt } from '#test/one-time-codes.ts';
import { ada, arrive, grace, hire, password } from '#test/people.ts';
import { newColleague } from '#test/staff.ts';
import { given } from '#test/world.ts';
import { readProfile } from '../accounts/profile.contract.ts';
import { whoAmI } from '../sessions/session.contract.ts';
import { proveFactor, readAttempt } from '../sign-in/second-factor.contract.ts';
import { signIn } from '../sign-in/sign-in.contract.ts';
import {
  beginStaffTotp,
  confirmStaffTotp,
  removeStaffFactor,
} from './factors/staff-factor.contract.ts';
import { staffFactorWarning } from './staff-factor-warning.ts';
import {
  endUserSessions,
  staffSession,
  staffSignIn,
  staffSignOut,
  staffStepUp,
} from './staff.contract.ts';

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

test('[SE-10] [AT-43] an administrator of the provider signs a user out everywhere, with a reason', async () => {
  const world = await given();
  const { browser: adas, userId } = await arrive(world, ada);
  const { browser: graces } = await arrive(world, grace);
  const { browser: admin } = await hire(world, 'administrator');
  const { browser: support } = await hire(world, 'support');
  const sending = { params: { userId }, body: { reason: 'She asked us to' } };
  await expect(support.call(endUserSessions, sending)).rejects.toMatchObject({ status: 403 });
  expect(await adas.call(whoAmI)).toMatchObject({ user: { firstName: 'Ada' } });
  expect(await admin.call(endUserSessions, sending)).toEqual({ ended: 1 });
  await expect(adas.call(readProfile)).rejects.toMatchObject({ status: 401 });
  expect(await graces.call(whoAmI)).toMatchObject({ user: { firstName: 'Grace' } });

  const letters = await world.mails(ada.address);
  const mail = letters.find(({ letter }) => letter === 'identity.sessions-ended-by-staff');
  expect(mail?.body.text).toContain('She asked us to');
  await adas.call(signIn, { body: { address: ada.address, password } });
  const { rows } = await adas.call(listMyActivity);
  const entry = rows.find(({ action }) => action === 'identity.sessions-ended-by-staff');
  expect(entry).toMatchObject({ facts: { ended: 1, reason: 'She asked us to' } });
});

test('[SE-10] [SU-01] signing others out needs a fresh proof, and somebody who exists', async () => {
  const world = await given();
  const { browser: admin } = await hire(world, 'administrator');
  const nowhere = `usr_${'0'.repeat(32)}` as const;
  const sending = { params: { userId: nowhere }, body: { reason: 'a trial' } };
  await expect(admin.call(endUserSessions, sending)).rejects.toMatchObject({
    code: 'identity.user-unknown',
  });
  world.clock.moveTo(new Date(world.clock.now().getTime() + 600_000));
  await expect(admin.call(endUserSessions, sending)).rejects.toMatchObject({
    code: 'identity.step-up-needed',
  });
});

test('[settled 14] outside the demo staff prove two factors, and set one up first', async () => {
  const settings = { ATRIO_DEMO: 'off', ATRIO_STAFF_FACTORS: 'passkey-or-code' };
  const world = await given({ settings });
  const { browser, body, code: beginning } = await newColleague(world);
  const stop = { status: 403, code: 'identity.second-factor-needed' };
  await expect(browser.call(listWorkItems)).rejects.toMatchObject(stop);
  expect(await browser.call(staffSession)).toMatchObject({ staff: { role: 'administrator' } });

  const label = 'Phone';
  const begun = await browser.call(beginStaffTotp, { body: { label, code: beginning } });
  const { factorId, key } = begun;
  const code = codeAt(key, world.clock.now());
  const { emergencyCodes } = await browser.call(confirmStaffTotp, { body: { factorId, code } });
  expect(emergencyCodes).toHaveLength(10);
  await browser.call(listWorkItems);
  // the last one stays: staff always need one
  const critical = { action: 'removeStaffFactor', object: factorId };
  wait(world, 30);
  const factor = { method: 'totp', code: codeAt(key, world.clock.now()) } as const;
  await browser.call(staffStepUp, { body: { password, factor, critical } });
  await expect(
    browser.call(removeStaffFactor, { params: { factorId }, body: { password } }),
  ).rejects.toMatchObject({ code: 'identity.factor-demanded' });

  const other = world.browser();
  expect(await other.call(staffSignIn, { body })).toMatchObject({ outcome: 'factor-needed' });
  expect(await other.call(readAttempt)).toMatchObject({ attempt: { door: 'staff' } });
  wait(world, 30);
  const next = codeAt(key, world.clock.now());
  await other.call(proveFactor, { body: { method: 'totp', code: next } });
  await other.call(listWorkItems);
});

test('[settled 14] in the demo the start says that staff need no second factor', () => {
  expect(staffFactorWarning({ staffFactors: 'passkey' })).toBeUndefined();
  expect(staffFactorWarning({ staffFactors: 'optional' })).toMatch(/password only/);
});
