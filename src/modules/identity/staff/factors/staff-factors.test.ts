import { expect, test } from 'vitest';
import { addCodeApp, enterWithCode } from '#test/factors.ts';
import { ada, arrive, hire, password } from '#test/people.ts';
import { given } from '#test/world.ts';
import { listFactors } from '../../factors/factor.contract.ts';
import { staffStepUp } from '../staff.contract.ts';
import {
  keepStaffFactor,
  removeStaffFactor,
  renameStaffFactor,
  reportStaffFactorLost,
  restoreStaffFactor,
} from './staff-factor.contract.ts';

test('[R53] [MF-12] the provider’s people switch nobody’s factor off, by whatever route', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const app = await addCodeApp(world, browser);
  const params = { factorId: app.factorId };
  const { browser: admin } = await hire(world, 'administrator');
  const critical = { action: removeStaffFactor.name, object: app.factorId };
  await admin.call(staffStepUp, { body: { password, critical } });
  for (const answer of [
    await admin.send(removeStaffFactor, { params, body: { password } }),
    await admin.send(reportStaffFactorLost, { params, body: { password } }),
    await admin.send(renameStaffFactor, { params, body: { label: 'Theirs' } }),
    await admin.send(restoreStaffFactor, { params }),
    await admin.send(keepStaffFactor, { params }),
  ]) {
    expect(answer.json()).toMatchObject({ code: 'identity.factor-unknown' });
  }
  expect((await browser.call(listFactors)).factors).toMatchObject([
    { state: 'active', label: 'Phone', removalDueAt: null },
  ]);
  await enterWithCode(world, app);
  // what staff can do to a user is named here: nothing of it speaks of factors
  const ofUsers = world.app.routes
    .map(({ contract }) => contract)
    .filter(({ permission, method }) => permission.startsWith('staff.') && method !== 'GET')
    .filter(({ path }) => path.includes('/users/') || path.includes(':userId'));
  expect(ofUsers.map(({ name }) => name)).toEqual(['endUserSessions']);
});
