import { expect, test } from 'vitest';
import { arrive, grace, linus, password, type Person } from '#test/people.ts';
import { join, save, two } from '#test/policies.ts';
import type { World } from '#test/world.ts';
import { newId } from '#kernel/new-id.ts';
import { readProfile } from '#modules/identity/accounts/profile.contract.ts';
import { beginAttempt } from '#modules/identity/gate/attempt.store.ts';
import { completeAttempt } from '#modules/identity/gate/complete-attempt.ts';
import { listSessions, whoAmI } from '#modules/identity/sessions/session.contract.ts';
import { noteSighting, writeSightings } from '#modules/identity/sessions/sightings.ts';
import { signIn, stepUp } from '#modules/identity/sign-in/sign-in.contract.ts';
import { tokenHash } from '#modules/identity/tokens/token.ts';

const minute = 60_000;
const hour = 60 * minute;

const wait = (world: World, milliseconds: number): void =>
  world.clock.moveTo(new Date(world.clock.now().getTime() + milliseconds));

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
  const browser = {
    agent: '',
    prefix: '',
    deviceToken: undefined,
    sessionToken: undefined,
    proofOfWork: undefined,
  };
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
