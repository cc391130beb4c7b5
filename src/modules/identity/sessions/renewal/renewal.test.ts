import { expect, test } from 'vitest';
import { addMember } from '#modules/organizations/index.ts';
import { listMembers } from '#modules/organizations/members/member.contract.ts';
import { changeMember } from '#modules/organizations/members/roles/role.contract.ts';
import { listMyActivity } from '#modules/activity/log/activity.contract.ts';
import { wait } from '#test/factors.ts';
import { ada, arrive, grace, password } from '#test/people.ts';
import { given } from '#test/world.ts';
import { readProfile } from '../../accounts/profile.contract.ts';
import { changePassword } from '../../passwords/password.contract.ts';
import { signIn, signOut, stepUp } from '../../sign-in/sign-in.contract.ts';
import { listSessions, whoAmI } from '../session.contract.ts';
import { writeSightings } from '../sightings.ts';

/** Grace administers Ada's organization; her browser has seen that. */
async function administrator() {
  const world = await given();
  const owner = await arrive(world, ada);
  const member = await arrive(world, grace);
  const { userId, browser } = member;
  const doer = { kind: 'user', userId: owner.userId, name: owner.name } as const;
  const joining = { organizationId: owner.ownId, userId, role: 'administrator' } as const;
  await world.within((tx) => addMember(tx, joining, doer, world.clock.now()));
  await browser.call(readProfile);
  const params = { organizationId: owner.ownId };
  const demote = () =>
    owner.browser.call(changeMember, {
      params: { ...params, userId },
      body: { role: 'collaborator' },
    });
  return { world, owner, browser, params, demote };
}

test('[SE-03] a new role brings a new token with the next answer; the old one is dead', async () => {
  const { browser, params, demote } = await administrator();
  const before = browser.copy();
  await demote();
  // refused, and renewed all the same
  const answer = await browser.send(listMembers, { params });
  expect(answer.statusCode).toBe(403);
  expect(answer.cookies.map(({ name }) => name)).toEqual(['__Host-atrio_sid']);
  expect(browser.cookie('sid')).not.toBe(before.cookie('sid'));
  await expect(before.call(readProfile)).rejects.toMatchObject({ status: 401 });
  expect((await browser.send(readProfile)).cookies).toEqual([]);
});

test('[SE-03] joining an organization renews the token; what caches keep never carries one', async () => {
  const world = await given();
  const owner = await arrive(world, ada);
  const { userId, browser } = await arrive(world, grace);
  const doer = { kind: 'user', userId: owner.userId, name: owner.name } as const;
  const joining = { organizationId: owner.ownId, userId, role: 'external' } as const;
  await world.within((tx) => addMember(tx, joining, doer, world.clock.now()));
  expect((await browser.send(whoAmI)).cookies).toEqual([]);
  expect((await browser.send(readProfile)).cookies).toHaveLength(1);
});

test('[SE-03] of requests at the same time one gets the next token, and nobody is turned out', async () => {
  const { browser, demote } = await administrator();
  await demote();
  const crowd = Array.from({ length: 8 }, () => browser.copy());
  const answers = await Promise.all(crowd.map((one) => one.send(readProfile)));
  const given = answers.flatMap(({ cookies }) => cookies.map(({ value }) => value));
  expect(given).toHaveLength(1);
  const turnedOut = answers.filter(
    ({ statusCode, body }) => statusCode !== 200 && !body.includes('identity.token-renewed'),
  );
  expect(turnedOut).toEqual([]);
  browser.setCookie('sid', given[0]);
  await browser.call(readProfile);
});

test('[SE-03] a “stay signed in” session keeps its end with the next token', async () => {
  const { world, browser, demote } = await administrator();
  await browser.call(signIn, {
    body: { address: grace.address, password, staySignedIn: true },
  });
  await demote();
  wait(world, 24 * 3600);
  const { cookies } = await browser.send(readProfile);
  expect(cookies).toMatchObject([{ maxAge: 29 * 24 * 3600 }]);
});

test('[SE-03] what was done is answered, also where the next token cannot be written', async () => {
  const { world, browser, demote } = await administrator();
  await demote();
  await world.query(`alter table identity.session
    add constraint broken check (renewed_at is null) not valid`);
  expect((await browser.send(readProfile)).statusCode).toBe(200);
  await world.query('alter table identity.session drop constraint broken');
  expect((await browser.send(readProfile)).cookies).toHaveLength(1);
});

test('[SE-03] a replaced token is told to ask again for ten seconds, and opens nothing', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const before = browser.copy();
  await browser.call(stepUp, { body: { password } });
  wait(world, 9);
  for (const contract of [whoAmI, readProfile]) {
    await expect(before.call(contract)).rejects.toMatchObject({
      status: 401,
      code: 'identity.token-renewed',
    });
  }
  await browser.call(readProfile);
});

test('[SE-03] [SE-12] a token that is just being replaced still signs its browser out', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const underway = browser.copy();
  await browser.call(stepUp, { body: { password } });
  await underway.call(signOut);
  expect(await browser.call(whoAmI)).toMatchObject({ user: null });
});

test('[SE-03] [AT-47] a sign-in takes the place of a session whose token is just being replaced', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const underway = browser.copy();
  await browser.call(stepUp, { body: { password } });
  await underway.call(signIn, { body: { address: ada.address, password } });
  expect(await browser.call(whoAmI)).toMatchObject({ user: null });
});

test('[SE-03] [AT-43] a replaced token that comes back is a copy: its session ends, its owner is told', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const copy = browser.copy();
  await browser.call(changePassword, {
    body: { current: password, next: 'seven kites over the harbour' },
  });
  wait(world, 10);
  await expect(copy.call(readProfile)).rejects.toMatchObject({ code: 'http.sign-in-first' });
  await expect(browser.call(readProfile)).rejects.toMatchObject({ status: 401 });
  await expect(copy.call(readProfile)).rejects.toMatchObject({ status: 401 });

  const mails = (await world.mails(ada.address)).filter(
    ({ letter }) => letter === 'identity.token-copied',
  );
  expect(mails).toHaveLength(1);
  const again = world.browser();
  await again.call(signIn, {
    body: { address: ada.address, password: 'seven kites over the harbour' },
  });
  const { rows } = await again.call(listMyActivity);
  expect(rows.map(({ action }) => action)).toContain('identity.token-copied');
});

test('[SE-03] a page that only asks who is there gives a copy away too', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const copy = browser.copy();
  await browser.call(stepUp, { body: { password } });
  wait(world, 60);
  expect(await copy.call(whoAmI)).toMatchObject({ user: null });
  expect(await browser.call(whoAmI)).toMatchObject({ user: null });
});

test('[SE-03] a session that is over alarms nobody when its old token comes back', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const copy = browser.copy();
  await browser.call(stepUp, { body: { password } });
  wait(world, 3600);
  await expect(copy.call(readProfile)).rejects.toMatchObject({ status: 401 });
  const letters = (await world.mails(ada.address)).map(({ letter }) => letter);
  expect(letters).not.toContain('identity.token-copied');
});

test('a sighting does not bring a marked session’s old token back', async () => {
  const { world, browser, demote } = await administrator();
  await demote();
  wait(world, 60);
  await browser.call(readProfile);
  await writeSightings(world.within);
  expect((await browser.call(listSessions)).sessions).toHaveLength(1);
});
