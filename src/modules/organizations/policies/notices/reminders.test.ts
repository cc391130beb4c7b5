import { expect, test } from 'vitest';
import { inTenDays, lettersTo, save, two } from '#test/policies.ts';
import { ada, linus, password } from '#test/people.ts';
import { proveFor } from '#test/proof.ts';
import { listOrganizationActivity } from '#modules/activity/log/activity.contract.ts';
import { signIn } from '#modules/identity/sign-in/sign-in.contract.ts';
import { savePolicy } from '../policy.contract.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

test('[D10] members without a factor are reminded 7 days and 1 day before, each once', async () => {
  const { world, owner, params } = await two();
  await save(owner, { secondFactor: inTenDays });
  const morning = async (date: string) => {
    world.clock.moveTo(new Date(`${date}T06:00:00Z`));
    await world.runJobs({ scheduled: true });
    await world.runJobs({ scheduled: true });
    return (await lettersTo(world, linus.address, 'organizations.policy-reminder')).length;
  };
  expect(await morning('2026-04-02')).toBe(0);
  expect(await morning('2026-04-03')).toBe(1);
  expect(await morning('2026-04-04')).toBe(1);
  expect(await morning('2026-04-09')).toBe(2);
  expect(await morning('2026-04-10')).toBe(2);

  const [letter] = await lettersTo(world, linus.address, 'organizations.policy-reminder');
  expect(letter?.subject).toBe(
    'Ada Lovelace exige un segundo factor a partir del 10 de abril de 2026',
  );
  expect(letter?.body.text).toContain('a partir del 13 de abril de 2026');
  await owner.browser.call(signIn, { body: { address: ada.address, password } });
  const query = { action: 'organizations.policy-reminded' };
  const { rows } = await owner.browser.call(listOrganizationActivity, { params, query });
  expect(rows.map(({ facts }) => facts)).toEqual([
    { count: 2, from: '2026-04-10' },
    { count: 2, from: '2026-04-10' },
  ]);
});

test('[D10] nobody is reminded of a day that was taken back or put off', async () => {
  const { world, owner } = await two();
  const { version } = await save(owner, { secondFactor: inTenDays });
  await save(owner, { basedOn: version, secondFactor: { from: '2026-04-20', graceDays: 0 } });
  world.clock.moveTo(new Date('2026-04-03T06:00:00Z'));
  await world.runJobs({ scheduled: true });
  expect(await lettersTo(world, linus.address, 'organizations.policy-reminder')).toHaveLength(0);

  await owner.browser.call(signIn, { body: { address: ada.address, password } });
  await proveFor(owner.browser, savePolicy, owner.ownId);
  await save(owner, { basedOn: version + 1 });
  world.clock.moveTo(new Date(world.clock.now().getTime() + 10 * day));
  await world.runJobs({ scheduled: true });
  expect(await lettersTo(world, linus.address, 'organizations.policy-reminder')).toHaveLength(0);
});
