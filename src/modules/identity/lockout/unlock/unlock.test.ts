import { expect, test } from 'vitest';
import {
  listMyActivity,
  listOrganizationActivity,
} from '#modules/activity/log/activity.contract.ts';
import { listMyMessages, readMyMessage } from '#modules/messages/outbox/message.contract.ts';
import { unlockMember } from '#modules/organizations/members/unlocking/unlock.contract.ts';
import type { Client } from '#test/client.ts';
import { customer } from '#test/customer.ts';
import { ada, arrive, grace, linus, password } from '#test/people.ts';
import { given, linkIn, type World } from '#test/world.ts';
import { disownByLink } from '../../disowning/disown.contract.ts';
import { changePassword } from '../../passwords/password.contract.ts';
import { requestReset } from '../../recovery/reset.contract.ts';
import { listSessions, whoAmI } from '../../sessions/session.contract.ts';
import { signIn, stepUp } from '../../sign-in/sign-in.contract.ts';
import { staffSignIn } from '../../staff/staff.contract.ts';
import { lockedAmong } from './locked-among.ts';
import { completeUnlock, requestUnlock } from './unlock.contract.ts';

const wrong = 'this is not the password';
const enter = async (browser: Client, typed = password, address = ada.address) =>
  (await browser.send(signIn, { body: { address, password: typed } })).statusCode;

function wait(world: World, seconds: number): void {
  world.clock.moveTo(new Date(world.clock.now().getTime() + seconds * 1000));
}

/** Strangers have failed three times, and three is what the owner chose. */
async function lock(world: World, address = ada.address): Promise<void> {
  await world.query('update identity.user set lock_after = 3 where address = $1', [address]);
  const eve = world.browser({ from: '203.0.113.9' });
  for (let done = 0; done < 3; done++) expect(await enter(eve, wrong, address)).toBe(401);
  expect(await enter(world.browser(), password, address), 'locked').toBe(401);
}

async function linkTo(world: World, letter: string, address = ada.address): Promise<URL> {
  const mails = await world.mails(address);
  return linkIn(mails.find((mail) => mail.letter === `identity.${letter}`));
}

async function askForLink(world: World): Promise<string> {
  wait(world, 1);
  await world.browser().call(requestUnlock, { body: { address: ada.address } });
  const link = await linkTo(world, 'unlock-link');
  expect(`${link.origin}${link.pathname}${link.search}`).toBe(
    `${world.app.settings.origin}/unlock`,
  );
  return link.hash.slice(1);
}

const complete = (browser: Client, token: string) =>
  browser.call(completeUnlock, { body: { token } });

test('[R94] [LK-09] the link lets one browser in, and only its full sign-in ends the lock', async () => {
  const world = await given();
  await arrive(world, ada);
  await lock(world);
  const token = await askForLink(world);
  const hers = world.browser();
  await complete(hers, token);
  expect(await hers.call(whoAmI)).toMatchObject({ user: null });
  expect(await enter(world.browser()), 'the link alone unlocks nobody else').toBe(401);
  expect(await enter(hers, wrong), 'the password is still asked').toBe(401);
  expect(await enter(hers)).toBe(200);
  expect(await enter(world.browser()), 'over for all').toBe(200);
});

test('[LK-09] the mail about the lock carries such a link, in the mailbox only', async () => {
  const world = await given();
  await arrive(world, ada);
  await lock(world);
  const link = await linkTo(world, 'account-locked');
  const hers = world.browser();
  await complete(hers, link.hash.slice(1));
  expect(await enter(hers)).toBe(200);
  const { rows } = await hers.call(listMyMessages, { query: { text: 'account-locked' } });
  expect(rows).toHaveLength(1);
  const shown = await hers.call(readMyMessage, { params: { messageId: rows[0]!.messageId } });
  expect(JSON.stringify(shown)).not.toContain('/unlock#');
});

test('[LK-09] [RC-02] a link works once, for thirty minutes, until the next one', async () => {
  const world = await given();
  await arrive(world, ada);
  await lock(world);
  const first = await askForLink(world);
  const second = await askForLink(world);
  const dead = { code: 'identity.link-dead' };
  await expect(complete(world.browser(), first)).rejects.toMatchObject(dead);
  const both = await Promise.allSettled([1, 2].map(() => complete(world.browser(), second)));
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  const third = await askForLink(world);
  wait(world, 30 * 60);
  await expect(complete(world.browser(), third)).rejects.toMatchObject(dead);
});

test('[D5] the first sign-in of a browser that was let in is one on a new device', async () => {
  const world = await given();
  await arrive(world, ada);
  await lock(world);
  const hers = world.browser();
  await complete(hers, await askForLink(world));
  const count = async () =>
    (await world.mails(ada.address)).filter(({ letter }) => letter === 'identity.new-device')
      .length;
  const before = await count();
  await enter(hers);
  expect(await count()).toBe(before + 1);
});

test('[LK-10] [D8] [AT-41] asking sounds the same for every address, and mails locked ones only', async () => {
  const world = await given();
  await arrive(world, ada);
  await arrive(world, grace);
  await lock(world);
  const answers = [];
  for (const address of [ada.address, grace.address, 'nobody@example.com']) {
    const { statusCode, headers, json } = await world
      .browser()
      .send(requestUnlock, { body: { address } });
    answers.push({
      statusCode,
      headers: Object.keys(headers).toSorted(),
      keys: Object.keys(json()),
    });
  }
  expect(answers[0]?.statusCode).toBe(200);
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  const letters = async (address: string) =>
    (await world.mails(address)).filter(({ letter }) => letter === 'identity.unlock-link');
  expect(await letters(ada.address)).toHaveLength(1);
  expect(await letters(grace.address)).toEqual([]);
  expect(await letters('nobody@example.com')).toEqual([]);
});

test('[LK-07] [LK-14] form and links are throttled by network like every door', async () => {
  for (const ask of [
    (browser: Client) => browser.send(requestUnlock, { body: { address: ada.address } }),
    (browser: Client) => browser.send(completeUnlock, { body: { token: 'ml_guess' } }),
    (browser: Client) => browser.send(disownByLink, { body: { token: 'ml_guess' } }),
  ]) {
    const world = await given({ settings: { ATRIO_PROOF_OF_WORK_FROM: '30' } });
    const eve = world.browser();
    const statuses = [];
    for (let tries = 0; tries < 31; tries++) statuses.push((await ask(eve)).statusCode);
    expect(statuses.at(-1)).toBe(429);
    expect(statuses.slice(0, 30)).not.toContain(429);
  }
});

test('[LK-06] links reset no counter', async () => {
  const world = await given();
  await arrive(world, ada);
  await lock(world);
  const [before] = await world.query('select count, last_at from identity.lane');
  await complete(world.browser(), await askForLink(world));
  expect(await world.query('select count, last_at from identity.lane')).toEqual([before]);
});

test('[R93] [LK-08] an administrator unlocks a member with a reason; both logs and the owner know', async () => {
  const shop = await customer();
  const colleague = await shop.colleague(grace, { role: 'external' });
  await lock(shop, grace.address);
  const userId = await idOf(shop, grace.address);
  const params = { organizationId: shop.organizationId, userId };
  const body = { reason: 'Grace called me' };
  await shop.ada.call(unlockMember, { params, body });
  expect(await enter(shop.browser(), password, grace.address)).toBe(200);

  const mail = (await shop.mails(grace.address)).find(
    ({ letter }) => letter === 'identity.account-unlocked',
  );
  expect(mail?.body.text).toMatch(/Ada Lovelace[\s\S]*Grace called me/);
  const hers = (await colleague.call(listMyActivity)).rows.map(({ action }) => action);
  expect(hers).toContain('identity.account-unlocked');
  const { organizationId } = shop;
  const ours = await shop.ada.call(listOrganizationActivity, { params: { organizationId } });
  expect(ours.rows.find(({ action }) => action === 'organizations.member-unlocked')).toMatchObject({
    facts: { reason: 'Grace called me' },
  });
});

test('[R93] who is not locked, no member, or not administrated is refused', async () => {
  const shop = await customer();
  const colleague = await shop.colleague(grace, { role: 'collaborator' });
  const { userId: stranger } = await arrive(shop, linus);
  const { organizationId } = shop;
  const body = { reason: 'please' };
  const userId = await idOf(shop, grace.address);
  const unlock = (browser: Client, whom: typeof userId) =>
    browser.send(unlockMember, { params: { organizationId, userId: whom }, body });
  expect((await unlock(shop.ada, userId)).json()).toMatchObject({
    code: 'organizations.member-not-locked',
  });
  await lock(shop, linus.address);
  expect((await unlock(shop.ada, stranger)).json()).toMatchObject({
    code: 'organizations.not-a-member',
  });
  await lock(shop, grace.address);
  expect((await unlock(colleague, userId)).statusCode).toBe(403);
  expect(await enter(shop.browser(), password, grace.address), 'still locked').toBe(401);
});

test('[R93] two administrators at once unlock once', async () => {
  const shop = await customer();
  await shop.colleague(grace, { role: 'external' });
  await lock(shop, grace.address);
  const userId = await idOf(shop, grace.address);
  const params = { organizationId: shop.organizationId, userId };
  const both = await Promise.allSettled(
    [1, 2].map(() => shop.ada.call(unlockMember, { params, body: { reason: 'again' } })),
  );
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
});

test('who is locked out now can be asked of many at once', async () => {
  const world = await given();
  const { userId: adas } = await arrive(world, ada);
  const { userId: graces } = await arrive(world, grace);
  await lock(world);
  const asked = () =>
    world.within((tx) => lockedAmong(tx, [adas, graces], world.clock.now()), { readOnly: true });
  expect([...(await asked())]).toEqual([adas]);
  const eve = world.browser();
  for (let tries = 0; tries < 5; tries++) await enter(eve, wrong, grace.address);
  expect([...(await asked())], 'a pause is no lock').toEqual([adas]);
  wait(world, 24 * 3600);
  expect([...(await asked())], 'a lock ends after a day').toEqual([]);
});

test('[AT-11] while locked, no other prompt checks the password for a strange browser', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  await lock(world);
  const copied = world.browser();
  copied.setCookie('sid', browser.cookie('sid')); // the session was stolen, its device was not
  const answers = [
    await copied.send(stepUp, { body: { password } }),
    await copied.send(changePassword, { body: { current: password, next: `${password} now` } }),
  ];
  for (const answer of answers) {
    expect(answer.json()).toMatchObject({ code: 'identity.tries-paused' });
  }
  const body = { address: ada.address, password };
  expect((await copied.send(staffSignIn, { body })).statusCode).toBe(401);
  expect((await copied.send(requestReset, { body: { address: ada.address } })).statusCode).toBe(
    200,
  );
  expect((await browser.call(listSessions)).sessions).toHaveLength(1);
});

async function idOf(world: World, address: string) {
  const [row] = await world.query<{ id: string }>(
    `select replace(id::text, '-', '') as id from identity.user where address = $1`,
    [address],
  );
  return `usr_${row?.id}` as const;
}
