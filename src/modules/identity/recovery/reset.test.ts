import { expect, test } from 'vitest';
import { ada, arrive, grace, password } from '#test/people.ts';
import { given, linkIn, type World } from '#test/world.ts';
import { listMyMessages, readMyMessage } from '#modules/messages/outbox/message.contract.ts';
import { changePassword } from '../passwords/password.contract.ts';
import { whoAmI } from '../sessions/session.contract.ts';
import { signIn } from '../sign-in/sign-in.contract.ts';
import { completeSignUp, openSignUpLink, signUp } from '../sign-up/sign-up.contract.ts';
import { completeReset, requestReset } from './reset.contract.ts';

const next = 'seven kites over the harbour';

async function resetToken(world: World, headers = {}): Promise<string> {
  await world.browser().call(requestReset, { body: { address: ada.address }, headers });
  const mail = (await world.mails(ada.address)).find(
    ({ letter }) => letter === 'identity.reset-link',
  );
  const link = linkIn(mail);
  expect(`${link.origin}${link.pathname}${link.search}`).toBe(`${world.app.settings.origin}/reset`);
  return link.hash.slice(1);
}

const complete = (world: World, token: string, browser = world.browser()) =>
  browser.call(completeReset, { body: { token, password: next } });

test('[RC-01] [N5] a reset sets the password, ends every session and opens none', async () => {
  const world = await given();
  const { browser: signedIn } = await arrive(world, ada);
  const token = await resetToken(world);
  const browser = world.browser();
  await complete(world, token, browser);
  expect(browser.cookie('sid')).toBeUndefined();
  expect(await browser.call(whoAmI)).toMatchObject({ user: null });
  expect(await signedIn.call(whoAmI)).toMatchObject({ user: null });
  await expect(
    browser.call(signIn, { body: { address: ada.address, password } }),
  ).rejects.toMatchObject({ status: 401 });
  await browser.call(signIn, { body: { address: ada.address, password: next } });
});

test('[RC-02] a link works once, also when two use it at the same time', async () => {
  const world = await given();
  await arrive(world, ada);
  const token = await resetToken(world);
  const both = await Promise.allSettled([complete(world, token), complete(world, token)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  await expect(complete(world, token)).rejects.toMatchObject({ code: 'identity.link-dead' });
});

test('[RC-02] a link dies after an hour', async () => {
  const world = await given();
  await arrive(world, ada);
  const token = await resetToken(world);
  world.clock.moveTo(new Date(world.clock.now().getTime() + 3_600_000));
  await expect(complete(world, token)).rejects.toMatchObject({ code: 'identity.link-dead' });
});

test('[RC-02] a link dies when the password changes, or a newer link is asked for', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const first = await resetToken(world);
  world.clock.moveTo(new Date(world.clock.now().getTime() + 1000));
  const second = await resetToken(world);
  expect(second).not.toBe(first);
  await expect(complete(world, first)).rejects.toMatchObject({ code: 'identity.link-dead' });
  await browser.call(changePassword, { body: { current: password, next: `${next}!` } });
  await expect(complete(world, second)).rejects.toMatchObject({ code: 'identity.link-dead' });
});

test('[RC-02] a link dies when the address changes', async () => {
  const world = await given();
  await arrive(world, ada);
  const token = await resetToken(world);
  await world.query(`update identity.user set address = 'new@example.com',
    address_key = 'new@example.com'`);
  await expect(complete(world, token)).rejects.toMatchObject({ code: 'identity.link-dead' });
});

test('[AT-39] [RC-02] a reset link opens no sign-up', async () => {
  const world = await given();
  await arrive(world, ada);
  const token = await resetToken(world);
  const misuses = [
    () => world.browser().call(openSignUpLink, { body: { token } }),
    () => world.browser().call(completeSignUp, { body: { token, password: next } }),
  ];
  for (const misuse of misuses) {
    await expect(misuse()).rejects.toMatchObject({ code: 'identity.link-dead' });
  }
  await complete(world, token);
});

test('[D8] an address without an account gets the same answer, and no mail', async () => {
  const world = await given();
  await arrive(world, ada);
  const known = await world.browser().send(requestReset, { body: { address: ada.address } });
  const unknown = await world.browser().send(requestReset, { body: { address: grace.address } });
  expect(unknown.statusCode).toBe(known.statusCode);
  expect(unknown.json()).toEqual({ address: grace.address });
  expect(Object.keys(unknown.headers).toSorted()).toEqual(Object.keys(known.headers).toSorted());
  expect(await world.mails(grace.address)).toEqual([]);
});

test('[RC-10] [AT-37] hostile headers do not lead the link elsewhere', async () => {
  const world = await given();
  await arrive(world, ada);
  const hostile = {
    forwarded: 'host=evil.example;proto=http',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'http',
    origin: world.app.settings.origin,
  };
  await resetToken(world, hostile);
  const headers = { ...hostile, host: 'evil.example' };
  await world.browser().send(requestReset, { body: { address: ada.address }, headers });
  await world.browser().send(signUp, { body: grace, headers: hostile });
  const mails = [await world.mails(ada.address), await world.mails(grace.address)].flat();
  expect(mails.length).toBeGreaterThanOrEqual(3);
  expect(JSON.stringify(mails)).not.toContain('evil.example');
});

test('[SE-14] [B2] the list of messages names the mail, its link is in the mailbox only', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const token = await resetToken(world);
  const { rows } = await browser.call(listMyMessages, { query: { text: 'identity.reset-link' } });
  expect(rows).toHaveLength(1);
  const params = { messageId: rows[0]!.messageId };
  const shown = await browser.call(readMyMessage, { params });
  expect(shown.subject).toBe(rows[0]!.subject);
  expect(JSON.stringify(shown)).not.toContain(token);
  expect([shown.text, shown.html]).toEqual([undefined, undefined]);
});

test('[AT-35] a disabled user gets no link, and an earlier one is dead', async () => {
  const world = await given();
  await arrive(world, ada);
  const token = await resetToken(world);
  await world.query('update identity.user set disabled_at = $1', [world.clock.now()]);
  await expect(complete(world, token)).rejects.toMatchObject({ code: 'identity.link-dead' });
  await world.browser().call(requestReset, { body: { address: ada.address } });
  const letters = (await world.mails(ada.address)).map(({ letter }) => letter);
  expect(letters.filter((letter) => letter === 'identity.reset-link')).toHaveLength(1);
});

test('[LK-02] a reset lets its browser in while strangers are locked out', async () => {
  const world = await given();
  await arrive(world, ada);
  await world.query('update identity.user set lock_after = 3');
  const eve = world.browser();
  const guess = { address: ada.address, password: 'this is not the password' };
  for (let tries = 0; tries < 3; tries++) await eve.send(signIn, { body: guess });
  const browser = world.browser();
  await complete(world, await resetToken(world), browser);
  const body = { address: ada.address, password: next };
  expect((await world.browser().send(signIn, { body })).statusCode).toBe(401);
  expect((await browser.send(signIn, { body })).statusCode).toBe(200);
});
