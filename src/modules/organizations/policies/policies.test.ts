import { expect, test } from 'vitest';
import { addCodeApp, addPasskey } from '#test/factors.ts';
import { ada, arrive, grace, linus, password } from '#test/people.ts';
import { inTenDays, join, lettersTo, save, two, usual, type Wished } from '#test/policies.ts';
import { proveFor } from '#test/proof.ts';
import type { World } from '#test/world.ts';
import { listOrganizationActivity } from '#modules/activity/log/activity.contract.ts';
import { readProfile } from '#modules/identity/accounts/profile.contract.ts';
import { signIn, stepUp } from '#modules/identity/sign-in/sign-in.contract.ts';
import { readPolicy, readPolicyEffect, savePolicy } from './policy.contract.ts';

const minute = 60_000;

const wait = (world: World, milliseconds: number): void =>
  world.clock.moveTo(new Date(world.clock.now().getTime() + milliseconds));

test('[R55] [D10] a second factor is announced: seen by all, told to all, in the log', async () => {
  const { world, owner, member, params } = await two();
  expect(await owner.browser.call(readPolicy, { params })).toEqual({
    version: 0,
    secondFactor: null,
    methods: usual.methods,
    idleMinutes: null,
    absoluteHours: null,
    mayStay: true,
    savedAt: null,
    earliest: '2026-03-31',
    latest: '2027-03-31',
  });
  const methods: Wished['methods'] = ['passkey', 'totp'];
  const saved = await save(owner, { secondFactor: inTenDays, methods });
  expect(saved).toMatchObject({ version: 1, secondFactor: inTenDays, methods });
  expect(await member.browser.call(readPolicy, { params })).toEqual(saved);

  const [hers] = await lettersTo(world, ada.address, 'organizations.policy-changed');
  expect(hers?.subject).toBe('New security rules in Ada Lovelace');
  expect(hers?.body.text).toContain('from 13 April 2026 you cannot work in Ada Lovelace');
  expect(hers?.body.text).toContain('required from 10 April 2026');
  expect(hers?.body.text).toContain('/account/security');
  const [his] = await lettersTo(world, linus.address, 'organizations.policy-changed');
  expect(his?.body.text).toContain('a partir del 13 de abril de 2026 no podrá trabajar');
  expect(his?.body.text).toContain('llave de acceso, aplicación de códigos');

  const query = { action: 'organizations.policy' };
  const { rows } = await owner.browser.call(listOrganizationActivity, { params, query });
  expect(rows.map(({ action, facts }) => [action, facts])).toEqual([
    ['organizations.policy-method-forbidden', { method: 'sms' }],
    ['organizations.policy-method-forbidden', { method: 'push' }],
    ['organizations.policy-factor-required', { from: '2026-04-10', graceDays: 3 }],
  ]);
  await world.runJobs();
  expect(await lettersTo(world, ada.address, 'organizations.policy-changed')).toHaveLength(1);
});

test('[D10] nobody is locked out at the door, and no session ends, because one is required', async () => {
  const { world, owner, member } = await two();
  await save(owner, { secondFactor: { from: '2026-03-31', graceDays: 0 } });
  await member.browser.call(readProfile);
  const body = { address: linus.address, password };
  expect(await world.browser().call(signIn, { body })).toMatchObject({ outcome: 'signed-in' });
});

test('[R55] what it does is shown before: who is stopped, and when', async () => {
  const { owner, member, params } = await two();
  const query = { from: '2026-04-10', graceDays: 14 } as const;
  expect(await owner.browser.call(readPolicyEffect, { params, query })).toEqual({
    members: 2,
    without: 2,
    people: [
      { userId: owner.userId, name: 'Ada Lovelace', role: 'legal_representative' },
      { userId: member.userId, name: 'Linus Pauling', role: 'collaborator' },
    ],
    you: true,
    stopsOn: '2026-04-24',
    representatives: 1,
    prepared: 0,
  });
});

test('[D10] prepared for a lost phone is who has a passkey, or codes of a sheet that are left', async () => {
  const { world, owner, member, params } = await two();
  const query = { from: '2026-04-10', graceDays: 14 } as const;
  const prepared = async () => {
    const effect = await owner.browser.call(readPolicyEffect, { params, query });
    return [effect.prepared, effect.without];
  };
  // somebody else's methods prepare no representative
  await addPasskey(world, member.browser);
  expect(await prepared()).toEqual([0, 1]);
  await addCodeApp(world, owner.browser);
  expect(await prepared(), 'an app, and ten codes').toEqual([1, 0]);
  await world.query('update identity.emergency_code set used_at = now(), hash = null');
  expect(await prepared(), 'an app, and no code left').toEqual([0, 0]);
  await addPasskey(world, owner.browser);
  expect(await prepared()).toEqual([1, 0]);
  await save(owner, { secondFactor: inTenDays });
  expect((await owner.browser.call(readPolicy, { params })).version, 'it warns only').toBe(1);
});

test('[D1] administrators set rules too; collaborators read them and learn what is missing', async () => {
  const { world, owner, member, params } = await two();
  const administrator = await arrive(world, grace);
  await join(world, owner, administrator, 'administrator');
  const asked = { params, body: { ...usual, mayStay: false } };
  await expect(member.browser.call(savePolicy, asked)).rejects.toMatchObject({
    status: 403,
    facts: { permission: 'organization.edit-policies' },
  });
  const query = { from: '2026-04-10', graceDays: 0 } as const;
  const effect = await member.browser.send(readPolicyEffect, { params, query });
  expect(effect.statusCode).toBe(403);
  expect(await administrator.browser.call(savePolicy, asked)).toMatchObject({ version: 1 });
});

test('[SU-06] rules want a fresh proof, and to require no factor one that was made for it', async () => {
  const { world, owner } = await two();
  const on = await save(owner, { secondFactor: inTenDays });
  wait(world, 10 * minute);
  const stale = { kind: 'step-up', code: 'identity.step-up-needed' };
  await expect(save(owner, { basedOn: on.version })).rejects.toMatchObject(stale);

  await owner.browser.call(stepUp, { body: { password } });
  await expect(save(owner, { basedOn: on.version })).rejects.toMatchObject({
    ...stale,
    facts: { action: 'savePolicy', object: owner.ownId },
  });
  await proveFor(owner.browser, savePolicy, owner.ownId);
  wait(world, 5 * minute);
  await expect(save(owner, { basedOn: on.version })).rejects.toMatchObject(stale);
  const kept = { basedOn: on.version, secondFactor: inTenDays, mayStay: false };
  const { version } = await save(owner, kept);

  await proveFor(owner.browser, savePolicy, owner.ownId);
  wait(world, 5 * minute - 1);
  const off = await save(owner, { basedOn: version });
  expect(off.secondFactor).toBeNull();
  const [letter] = await lettersTo(world, linus.address, 'organizations.policy-changed');
  expect(letter?.body.text).toContain('No tiene que hacer nada');
});

test('nothing of somebody else is undone unseen; to save the same again is no change', async () => {
  const { world, owner } = await two();
  const first = await save(owner, { secondFactor: inTenDays });
  await expect(save(owner, { mayStay: false })).rejects.toMatchObject({
    status: 409,
    code: 'organizations.policy-changed-meanwhile',
  });
  const again = await save(owner, { basedOn: 1, secondFactor: inTenDays });
  expect(again).toEqual(first);

  const tries = await Promise.allSettled(
    [1, 2, 3, 4].map((graceDays) =>
      save(owner, { basedOn: 1, secondFactor: { from: '2026-05-01', graceDays } }),
    ),
  );
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const versions = await world.query('select version from organizations.policy order by version');
  expect(versions).toEqual([{ version: 1 }, { version: 2 }]);
});

test.for<[string, Partial<Wished>]>([
  ['a day that is past', { secondFactor: { from: '2026-03-30', graceDays: 0 } }],
  ['a day more than a year ahead', { secondFactor: { from: '2027-04-01', graceDays: 0 } }],
  ['fifteen days of grace', { secondFactor: { from: '2026-04-10', graceDays: 15 } }],
  ['only methods that can be tapped away', { methods: ['push', 'sms'] }],
  ['no method', { methods: [] }],
  ['an idle limit above the usual', { idleMinutes: 60, mayStay: false }],
  ['an idle limit of nothing', { idleMinutes: 0, mayStay: false }],
  ['a lifetime above the usual', { absoluteHours: 24, mayStay: false }],
  ['limited sessions that are kept for weeks', { idleMinutes: 10 }],
])('refused: %s', async ([, body]) => {
  const { owner, params } = await two();
  await expect(save(owner, body)).rejects.toMatchObject({ status: 422 });
  expect(await owner.browser.call(readPolicy, { params })).toMatchObject({ version: 0 });
});
