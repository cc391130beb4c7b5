import { expect, test } from 'vitest';
import { listMyActivity } from '#modules/activity/log/activity.contract.ts';
import { wait } from '#test/factors.ts';
import { ada, arrive, grace, hire, password } from '#test/people.ts';
import { proveAsStaff } from '#test/proof.ts';
import { given } from '#test/world.ts';
import { readProfile } from '../../accounts/profile.contract.ts';
import { whoAmI } from '../../sessions/session.contract.ts';
import { signIn } from '../../sign-in/sign-in.contract.ts';
import { staffSession } from '../staff.contract.ts';
import { endEverySession } from './everyone.contract.ts';

const body = { reason: 'A server was broken into' };

test('[SE-10] [AT-43] an administrator of the provider signs everybody out; each of them is told why', async () => {
  const world = await given();
  const { browser: adas } = await arrive(world, ada);
  const { browser: graces } = await arrive(world, grace);
  const second = world.browser();
  await second.call(signIn, { body: { address: ada.address, password, staySignedIn: true } });
  const { browser: admin, name } = await hire(world, 'administrator');
  await proveAsStaff(admin, endEverySession);
  expect(await admin.call(endEverySession, { body })).toEqual({ ended: 3, people: 2 });
  for (const browser of [adas, graces, second]) {
    await expect(browser.call(readProfile)).rejects.toMatchObject({ status: 401 });
  }
  // the provider's people go on
  expect(await admin.call(staffSession)).toMatchObject({ staff: { role: 'administrator' } });

  for (const [address, sessions] of [
    [ada.address, 2],
    [grace.address, 1],
  ] as const) {
    const mails = (await world.mails(address)).filter(
      ({ letter }) => letter === 'identity.sessions-ended-by-staff',
    );
    expect(mails).toHaveLength(1);
    expect(mails[0]?.body.text).toContain('A server was broken into');
    expect(mails[0]?.body.text).toContain(`Sessions ended: ${sessions}`);
  }
  await adas.call(signIn, { body: { address: ada.address, password } });
  const { rows } = await adas.call(listMyActivity);
  const entry = rows.find(({ action }) => action === 'identity.sessions-ended-by-staff');
  expect(entry).toMatchObject({ facts: { ended: 2, ...body }, actor: { name } });
  const logged = await world.query(
    `select 1 from activity.entry where action = 'identity.everyone-signed-out'`,
  );
  expect(logged).toHaveLength(1);
});

test('[SE-10] [SU-06] it is critical: administrators only, with a proof made for it, and a reason', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const { browser: billing } = await hire(world, 'billing');
  await expect(billing.call(endEverySession, { body })).rejects.toMatchObject({ status: 403 });
  const { browser: admin } = await hire(world, 'administrator');
  const stale = { code: 'identity.step-up-needed', facts: { action: 'endEverySession' } };
  await expect(admin.call(endEverySession, { body })).rejects.toMatchObject(stale);
  await proveAsStaff(admin, endEverySession);
  await expect(admin.call(endEverySession, { body: { reason: '  ' } })).rejects.toMatchObject({
    status: 422,
  });
  wait(world, 5 * 60);
  await expect(admin.call(endEverySession, { body })).rejects.toMatchObject(stale);
  expect(await browser.call(whoAmI)).toMatchObject({ user: { firstName: 'Ada' } });
});

test('[SE-10] beside sign-ins of that moment each session is out or in, and nobody is told twice', async () => {
  const world = await given();
  await arrive(world, ada);
  const { browser: admin } = await hire(world, 'administrator');
  await proveAsStaff(admin, endEverySession);
  const entering = Array.from({ length: 5 }, () => world.browser());
  const [ended, ...signedIn] = await Promise.all([
    admin.call(endEverySession, { body }),
    ...entering.map((browser) =>
      browser.call(signIn, { body: { address: ada.address, password } }),
    ),
  ]);
  expect(signedIn).toHaveLength(5);
  // who came before is out, who came after is in
  const inside = await Promise.all(entering.map((browser) => browser.call(whoAmI)));
  const stillIn = inside.filter(({ user }) => user !== null).length;
  expect(stillIn + ended.ended).toBe(6);
  await world.runJobs();
  const letters = (await world.mails(ada.address)).map(({ letter }) => letter);
  expect(letters.filter((one) => one === 'identity.sessions-ended-by-staff')).toHaveLength(1);
});
