import { expect, test } from 'vitest';
import { ada, arrive, grace, linus, password, type Person } from '#test/people.ts';
import { proveFor } from '#test/proof.ts';
import { given, type World } from '#test/world.ts';
import type { Sent } from '#kernel/contract.ts';
import type { MemberRole } from '#kernel/permission.ts';
import { listOrganizationActivity } from '#modules/activity/log/activity.contract.ts';
import { newId } from '#kernel/new-id.ts';
import { readProfile } from '#modules/identity/accounts/profile.contract.ts';
import { beginAttempt } from '#modules/identity/gate/attempt.store.ts';
import { completeAttempt } from '#modules/identity/gate/complete-attempt.ts';
import { listSessions, whoAmI } from '#modules/identity/sessions/session.contract.ts';
import { noteSighting, writeSightings } from '#modules/identity/sessions/sightings.ts';
import { signIn, stepUp } from '#modules/identity/sign-in/sign-in.contract.ts';
import { tokenHash } from '#modules/identity/tokens/token.ts';
import { addMember } from '../index.ts';
import { readPolicy, readPolicyEffect, savePolicy } from './policy.contract.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const wait = (world: World, milliseconds: number): void =>
  world.clock.moveTo(new Date(world.clock.now().getTime() + milliseconds));

async function join(world: World, owner: Person, member: Person, role: MemberRole) {
  const actor = { kind: 'user', userId: owner.userId, name: owner.name } as const;
  const joining = { organizationId: owner.ownId, userId: member.userId, role } as const;
  await world.within((tx) => addMember(tx, joining, actor, world.clock.now()));
}

/** Ada's organization, in which Linus collaborates; 31 March 2026. */
async function two() {
  const world = await given();
  const owner = await arrive(world, ada);
  const member = await arrive(world, linus);
  await join(world, owner, member, 'collaborator');
  return { world, owner, member, params: { organizationId: owner.ownId } };
}

type Wished = Sent<typeof savePolicy>['body'];

const usual: Wished = {
  basedOn: 0,
  secondFactor: null,
  methods: ['passkey', 'totp', 'push', 'sms'],
  idleMinutes: null,
  absoluteHours: null,
  mayStay: true,
};
const inTenDays = { from: '2026-04-10', graceDays: 3 } as const;

const save = ({ browser, ownId }: Person, body: Partial<Wished>) =>
  browser.call(savePolicy, {
    params: { organizationId: ownId },
    body: { ...usual, ...body },
  });

const lettersTo = async (world: World, address: string, letter: string) =>
  (await world.mails(address)).filter((mail) => mail.letter === letter);

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
  expect(his?.body.text).toContain('llave de acceso, código de una aplicación');

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

test('[SE-05] limits shorten live sessions at once, and hold for those that begin', async () => {
  const { world, owner, member } = await two();
  wait(world, 30 * minute);
  await member.browser.call(readProfile);
  await writeSightings(world.within);
  await owner.browser.call(stepUp, { body: { password } });
  await save(owner, { idleMinutes: 10, absoluteHours: 2, mayStay: false });

  for (let used = 0; used < 8; used++) {
    wait(world, 10 * minute - 1);
    await member.browser.call(readProfile); // used, it goes on …
    await writeSightings(world.within);
  }
  wait(world, 10 * minute);
  await expect(member.browser.call(readProfile)).rejects.toMatchObject({ status: 401 });

  const body = { address: linus.address, password };
  const fresh = world.browser();
  await fresh.call(signIn, { body });
  const begun = world.clock.now().getTime();
  wait(world, 10 * minute - 1);
  await fresh.call(readProfile);
  await writeSightings(world.within);
  const { sessions } = await fresh.call(listSessions);
  expect(new Date(sessions[0]?.endsAt ?? 0).getTime()).toBe(begun + 2 * hour);
  wait(world, 10 * minute);
  await expect(fresh.call(readProfile)).rejects.toMatchObject({ status: 401 });
});

test('[SE-05] a session older than the new limit is over, whoever has just proven stays', async () => {
  const { world, owner, member } = await two();
  await world.query('update identity.session set idle_until = abs_until');
  wait(world, 2 * hour);
  await owner.browser.call(stepUp, { body: { password } });
  await member.browser.call(readProfile);
  await save(owner, { absoluteHours: 2, mayStay: false });
  await expect(member.browser.call(readProfile)).rejects.toMatchObject({ status: 401 });
  expect(await owner.browser.call(whoAmI)).toMatchObject({ user: { firstName: 'Ada' } });
});

test('[SE-05] a sighting that was under way prolongs no session beyond its new limit', async () => {
  const { world, owner, member } = await two();
  const [session] = (await member.browser.call(listSessions)).sessions;
  const seenAt = world.clock.now();
  await save(owner, { idleMinutes: 5, mayStay: false });
  await world.within(async (tx) => {
    const idleUntil = new Date(seenAt.getTime() + hour); // as it was before
    noteSighting(tx, { sessionId: session!.sessionId, seenAt, idleUntil });
  });
  await writeSightings(world.within);
  wait(world, 5 * minute);
  await expect(member.browser.call(readProfile)).rejects.toMatchObject({ status: 401 });
});

test('[D10] where “stay signed in” is forbidden nobody is kept, and they are told so', async () => {
  const { world, owner, member } = await two();
  const body = { address: linus.address, password, staySignedIn: true };
  const kept = world.browser();
  expect(await kept.call(signIn, { body })).toMatchObject({ staysSignedIn: true });
  await save(owner, { mayStay: false });
  wait(world, hour - 1);
  await kept.call(readProfile);
  wait(world, hour);
  await expect(kept.call(readProfile)).rejects.toMatchObject({ status: 401 });

  const browser = world.browser();
  const answer = await browser.send(signIn, { body });
  expect(answer.json()).toMatchObject({ outcome: 'signed-in', staysSignedIn: false });
  const cookie = answer.cookies.find(({ name }) => name.endsWith('_sid'));
  expect(cookie?.maxAge).toBeUndefined();
  const { sessions } = await browser.call(listSessions);
  expect(sessions.map(({ staysSignedIn }) => staysSignedIn)).not.toContain(true);
  expect(await member.browser.call(whoAmI)).toMatchObject({ user: null });
});

test('[D10] whoever joins comes under the rules at once, the strictest of all of theirs', async () => {
  const { world, owner } = await two();
  const newcomer = await arrive(world, grace);
  const body = { address: grace.address, password, staySignedIn: true };
  await newcomer.browser.call(signIn, { body });
  await save(newcomer, { absoluteHours: 1, mayStay: false });
  await save(owner, { idleMinutes: 5, mayStay: false });
  await join(world, owner, newcomer, 'external');
  wait(world, 5 * minute);
  expect(await newcomer.browser.call(whoAmI)).toMatchObject({ user: null });

  await newcomer.browser.call(signIn, { body });
  const { sessions } = await newcomer.browser.call(listSessions);
  expect(sessions[0]?.endsAt).toBe(new Date(world.clock.now().getTime() + hour).toISOString());
  wait(world, 5 * minute);
  expect(await newcomer.browser.call(whoAmI)).toMatchObject({ user: null });
});

test('[D10] rules that are loosened prolong nothing; the next sign-in is longer', async () => {
  const { world, owner, member } = await two();
  const { version } = await save(owner, { idleMinutes: 5, mayStay: false });
  await save(owner, { basedOn: version });
  wait(world, 5 * minute);
  await expect(member.browser.call(readProfile)).rejects.toMatchObject({ status: 401 });
  await member.browser.call(signIn, { body: { address: linus.address, password } });
  wait(world, hour - 1);
  await member.browser.call(readProfile);
});

/** A sign-in of Linus that is done but for its commit, which waits. */
async function signInUntil(world: World, { userId }: Person, isOver: () => Promise<boolean>) {
  const now = world.clock.now();
  const attemptId = newId('try', now);
  const browser = { agent: '', prefix: '', deviceToken: undefined, sessionToken: undefined };
  const attempt = { attemptId, tokenHash: tokenHash('mt_linus'), expiresAt: new Date(+now + hour) };
  const holder = { kind: 'user', id: userId } as const;
  const rest = { holder, done: ['password'] as const, stay: true, returnTo: '/', ...browser };
  return world.within(async (tx) => {
    const begun = await beginAttempt(tx, { ...rest, ...attempt }, now);
    const completion = await completeAttempt(tx, { attempt: begun, browser }, now);
    while (!(await isOver())) await new Promise((resolve) => setTimeout(resolve, 10));
    return completion;
  });
}

test('[D10] a sign-in that has read the old rules already comes under the new ones', async () => {
  const { world, owner, member } = await two();
  let isSaved = false;
  const entering = signInUntil(world, member, async () => {
    const waiting = await world.query(`
      select from pg_locks join pg_stat_activity using (pid)
      where not granted and datname = current_database()`);
    return isSaved || waiting.length > 0;
  });
  const saving = save(owner, { idleMinutes: 5, absoluteHours: 1, mayStay: false }).finally(() => {
    isSaved = true;
  });
  const [entered] = await Promise.all([entering, saving]);
  expect(entered).toMatchObject({ kind: 'signed-in', stays: true });

  const now = world.clock.now().getTime();
  const beyond = await world.query(
    'select from identity.session where stay or abs_until > $1 or idle_until > $2',
    [new Date(now + hour), new Date(now + 5 * minute)],
  );
  expect(beyond).toEqual([]);
});

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
