import { expect, test } from 'vitest';
import { listMyActivity } from '#modules/activity/log/activity.contract.ts';
import { listMyMessages, readMyMessage } from '#modules/messages/outbox/message.contract.ts';
import type { Client } from '#test/client.ts';
import { addCodeApp, atSecondStep, enterWithCode, wait } from '#test/factors.ts';
import { ada, arrive, grace, password } from '#test/people.ts';
import { given, linkIn, type World } from '#test/world.ts';
import { replacePassword } from '../passwords/forced/forced.contract.ts';
import { changePassword } from '../passwords/password.contract.ts';
import { completeReset, requestReset } from '../recovery/reset.contract.ts';
import { listSessions, whoAmI } from '../sessions/session.contract.ts';
import { proveFactor } from '../sign-in/second-factor.contract.ts';
import { signIn, stepUp } from '../sign-in/sign-in.contract.ts';
import { disownByLink, disownSession } from './disown.contract.ts';

const body = { address: ada.address, password };
const next = 'seven kites over the harbour';

/** Somebody else gets in with the password; the owner finds the mail about it. */
async function intrusion(world: World) {
  const { browser: owner } = await arrive(world, ada);
  wait(world, 60);
  const eve = world.browser({ from: '203.0.113.9' });
  await eve.call(signIn, { body });
  const [mail] = await world.mails(ada.address);
  expect(mail?.letter).toBe('identity.new-device');
  return { owner, eve, token: linkIn(mail).hash.slice(1), mail };
}

const isIn = async (browser: Client) => (await browser.call(whoAmI)).user !== null;

test('[R89] [SE-14] “this was not me” works without signing in, and only when its page posts', async () => {
  const world = await given();
  const { mail, eve } = await intrusion(world);
  const link = linkIn(mail);
  expect(`${link.origin}${link.pathname}${link.search}`).toBe(
    `${world.app.settings.origin}/not-me`,
  );
  expect(link.hash).toMatch(/^#ml_[\w-]{43}$/);
  const before = await world.query('select * from identity.session order by id');
  await world.app.server.inject({ method: 'GET', url: `${link.pathname}?${link.hash.slice(1)}` });
  expect(await world.query('select * from identity.session order by id')).toEqual(before);
  expect(await isIn(eve)).toBe(true);
});

test('[AT-43] [SE-13] it ends that session and all younger ones at once; older ones stay', async () => {
  const world = await given();
  const { owner, eve, token } = await intrusion(world);
  wait(world, 60);
  const later = world.browser();
  await later.call(signIn, { body });
  await world.browser().call(disownByLink, { body: { token } });
  expect(await isIn(eve)).toBe(false);
  expect(await isIn(later)).toBe(false);
  expect(await isIn(owner)).toBe(true);
});

test('it opens nothing: no session, no known device, and it works once', async () => {
  const world = await given();
  const { token } = await intrusion(world);
  const reader = world.browser();
  const answer = await reader.send(disownByLink, { body: { token } });
  expect(answer.cookies).toEqual([]);
  expect(answer.body).toBe('');
  await expect(reader.call(disownByLink, { body: { token } })).rejects.toMatchObject({
    code: 'identity.link-dead',
  });
});

test('two who follow it at the same time do it once', async () => {
  const world = await given();
  const { token } = await intrusion(world);
  const both = await Promise.allSettled(
    [1, 2].map(() => world.browser().call(disownByLink, { body: { token } })),
  );
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  const letters = (await world.mails(ada.address)).map(({ letter }) => letter);
  expect(letters.filter((letter) => letter === 'identity.account-secured')).toHaveLength(1);
});

test('a link lives seven days, whatever the intruder changes meanwhile', async () => {
  const world = await given();
  const { token, eve } = await intrusion(world);
  await eve.call(changePassword, { body: { current: password, next } });
  wait(world, 7 * 24 * 3600 - 1);
  const late = world.browser();
  await late.call(signIn, { body: { ...body, password: next } });
  await world.browser().call(disownByLink, { body: { token } });
  expect(await isIn(late), 'the changed password did not kill the link').toBe(false);

  const again = await given();
  const { token: old } = await intrusion(again);
  wait(again, 7 * 24 * 3600);
  await expect(again.browser().call(disownByLink, { body: { token: old } })).rejects.toMatchObject({
    code: 'identity.link-dead',
  });
});

test('[PW-08] a doubted password ends at the change page in a browser of the owner', async () => {
  const world = await given();
  const { owner, token } = await intrusion(world);
  await world.browser().call(disownByLink, { body: { token } });
  const answer = await owner.call(signIn, { body });
  expect(answer).toEqual({ outcome: 'password-change-needed', by: 'page' });
  const same = owner.call(replacePassword, { body: { password: 'short' } });
  await expect(same).rejects.toMatchObject({ code: 'identity.password-short' });
  await owner.call(replacePassword, { body: { password: next } });
  await expect(owner.call(replacePassword, { body: { password } })).rejects.toMatchObject({
    code: 'identity.attempt-over',
  });
  expect(await isIn(owner), 'it signs nobody in').toBe(false);
  await owner.call(signIn, { body: { ...body, password: next } });
  expect(await isIn(owner)).toBe(true);
});

test('[PW-08] whoever knows a doubted password cannot replace it in a strange browser', async () => {
  const world = await given();
  const { eve, token } = await intrusion(world);
  await world.browser().call(disownByLink, { body: { token } });
  for (const browser of [eve, world.browser()]) {
    const answer = await browser.call(signIn, { body });
    expect(answer).toEqual({ outcome: 'password-change-needed', by: 'mail' });
    await expect(browser.call(replacePassword, { body: { password: next } })).rejects.toMatchObject(
      { code: 'identity.attempt-over' },
    );
    expect(await isIn(browser)).toBe(false);
  }
  const [mail] = await world.mails(ada.address);
  expect(mail?.letter).toBe('identity.reset-link');
  const reset = { token: linkIn(mail).hash.slice(1), password: next };
  await world.browser().call(completeReset, { body: reset });
  await world.browser().call(signIn, { body: { ...body, password: next } });
});

test('[PW-08] a sign-in that began with the old password ends when a new one is set', async () => {
  const world = await given();
  const { owner, token } = await intrusion(world);
  await world.browser().call(disownByLink, { body: { token } });
  await owner.call(signIn, { body });
  const stale = owner.copy();
  wait(world, 1);
  await world.browser().call(requestReset, { body: { address: ada.address } });
  const [mail] = await world.mails(ada.address);
  const reset = { token: linkIn(mail).hash.slice(1), password: next };
  await world.browser().call(completeReset, { body: reset });
  // doubted again: what the old attempt proved must not count for the new password
  await world.query('update identity.credential set doubted_since = set_at');
  await expect(stale.call(replacePassword, { body: { password } })).rejects.toMatchObject({
    code: 'identity.attempt-over',
  });
});

test('it is told and logged', async () => {
  const world = await given();
  const { owner, token } = await intrusion(world);
  await world.browser().call(disownByLink, { body: { token } });
  const letters = (await world.mails(ada.address)).map(({ letter }) => letter);
  expect(letters).toContain('identity.account-secured');
  const { rows } = await owner.call(listMyActivity);
  expect(rows.map(({ action }) => action)).toContain('identity.session-disowned');
});

test('what was added since proves nothing any more; what was there before still does', async () => {
  const world = await given();
  const { browser: owner } = await arrive(world, ada);
  const mine = await addCodeApp(world, owner, 'Mine');
  const eve = world.browser({ from: '203.0.113.9' });
  wait(world, 60);
  await enterWithCode(world, mine, eve);
  const mail = (await world.mails(ada.address)).find(
    ({ letter }) => letter === 'identity.new-device',
  );
  const theirs = await addCodeApp(world, eve, 'Not mine');
  await world.browser().call(disownByLink, { body: { token: linkIn(mail).hash.slice(1) } });

  const states = await world.query<{ label: string; state: string }>(
    `select label, state from identity.factor where type = 'totp' order by label`,
  );
  expect(states).toEqual([
    { label: 'Mine', state: 'active' },
    { label: 'Not mine', state: 'suspended' },
  ]);
  const there = await atSecondStep(world);
  const code = { method: 'totp', code: theirs.next() } as const;
  expect((await there.send(proveFactor, { body: code })).statusCode).toBe(403);
  const answer = await there.call(proveFactor, { body: { method: 'totp', code: mine.next() } });
  expect(answer).toEqual({ outcome: 'password-change-needed', by: 'page' });
  await there.call(replacePassword, { body: { password: next } });
});

test('[AT-15] the list names the mail, and never shows its link', async () => {
  const world = await given();
  const { eve } = await intrusion(world);
  await world.browser().send(signIn, { body: { ...body, password: 'not the password' } });
  await world.runJobs();
  const { rows } = await eve.call(listMyMessages);
  expect(rows.map(({ subject }) => subject)).toContain('New sign-in to your account');
  for (const { messageId, subject } of rows) {
    const shown = await eve.call(readMyMessage, { params: { messageId } });
    expect(JSON.stringify(shown)).not.toContain('/not-me#');
    expect(shown.text === undefined).toBe(subject === 'New sign-in to your account');
  }
});

test('[R88] [SU-01] “I do not know this device” spares the session that says it', async () => {
  const world = await given();
  const { browser: first } = await arrive(world, ada);
  wait(world, 60);
  const eve = world.browser();
  await eve.call(signIn, { body });
  wait(world, 600);
  const { sessions } = await first.call(listSessions);
  const { sessionId } = sessions.find(({ current }) => !current)!;
  const disown = () => first.call(disownSession, { params: { sessionId } });
  await expect(disown()).rejects.toMatchObject({ code: 'identity.step-up-needed' });
  await first.call(stepUp, { body: { password } });
  expect(await disown()).toEqual({ ended: 1 });
  expect(await isIn(eve)).toBe(false);
  expect(await isIn(first)).toBe(true);
  expect(await eve.call(signIn, { body })).toMatchObject({ by: 'mail' });
  await first.call(changePassword, { body: { current: password, next } });
  await first.call(signIn, { body: { ...body, password: next } });
});

test('[AT-57] nobody disowns the session of somebody else, nor one’s own', async () => {
  const world = await given();
  const { browser: adas } = await arrive(world, ada);
  const { browser: graces } = await arrive(world, grace);
  const { sessionId } = (await adas.call(listSessions)).sessions[0]!;
  for (const browser of [graces, adas]) {
    await expect(browser.call(disownSession, { params: { sessionId } })).rejects.toMatchObject({
      code: 'identity.session-unknown',
    });
  }
  expect(await isIn(adas)).toBe(true);
});
