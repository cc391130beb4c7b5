import { expect, test } from 'vitest';
import { listMyOrganizations } from '#modules/organizations/switcher/switcher.contract.ts';
import { Refused, type Client } from '#test/client.ts';
import { ada, arrive, grace, password } from '#test/people.ts';
import { given, linkIn, type World } from '#test/world.ts';
import { completeReset } from '../recovery/reset.contract.ts';
import { whoAmI } from '../sessions/session.contract.ts';
import { signIn } from '../sign-in/sign-in.contract.ts';
import { completeSignUp, openSignUpLink, signUp, signUpMailbox } from './sign-up.contract.ts';

/** Asks for an account and gives the token of the mailed link. */
async function wish(world: World, body = ada, browser = world.browser()): Promise<string> {
  await browser.call(signUp, { body });
  return linkIn((await world.mails(body.address))[0]).hash.slice(1);
}

const complete = (browser: Client, token: string, chosen = password) =>
  browser.call(completeSignUp, { body: { token, password: chosen } });

test('[N5] [R22] [R23] a stranger becomes a user with an organization', async () => {
  const world = await given();
  const browser = world.browser();
  expect(await browser.call(signUp, { body: ada })).toEqual({
    address: ada.address,
    mailbox: true,
  });
  expect(await browser.call(whoAmI)).toMatchObject({ user: null, csrf: null, sandbox: true });
  expect(await world.query('select * from identity.user')).toEqual([]);

  const [mail] = await world.mails(ada.address);
  expect(mail).toMatchObject({ letter: 'identity.verify-address' });
  const link = linkIn(mail);
  expect(`${link.origin}${link.pathname}${link.search}`).toBe(
    `${world.app.settings.origin}/verify`,
  );
  const token = link.hash.slice(1);
  const opened = await browser.call(openSignUpLink, { body: { token } });
  expect(opened).toMatchObject({ address: ada.address, firstName: 'Ada', passwordMinimum: 15 });

  expect(await complete(browser, token)).toMatchObject({ outcome: 'signed-in', returnTo: '/' });
  expect(await browser.call(whoAmI)).toMatchObject({ user: { firstName: 'Ada', language: 'en' } });
  const { rows } = await browser.call(listMyOrganizations);
  expect(rows).toMatchObject([{ name: 'Ada Lovelace', role: 'legal_representative' }]);
});

test('[N5] nothing works before the address is proven', async () => {
  const world = await given();
  await wish(world);
  const attempt = world.browser().call(signIn, { body: { address: ada.address, password } });
  await expect(attempt).rejects.toMatchObject({ code: 'identity.sign-in-refused' });
});

test('a mail to an address that nobody proved says nothing that a stranger typed', async () => {
  const world = await given();
  const bait = { firstName: 'You won! See', lastName: 'https://evil.example/prize' };
  await world.browser().call(signUp, { body: { ...ada, ...bait } });
  const [mail] = await world.mails(ada.address);
  expect(mail).toMatchObject({ letter: 'identity.verify-address' });
  expect(JSON.stringify(mail)).not.toMatch(/evil|won/);
});

test('[RC-02] [SE-13] a link works once; opening it changes nothing', async () => {
  const world = await given();
  const token = await wish(world);
  const scanner = world.browser();
  await scanner.call(openSignUpLink, { body: { token } });
  await scanner.call(openSignUpLink, { body: { token } });
  await complete(world.browser(), token);
  for (const again of [
    () => complete(world.browser(), token),
    () => scanner.call(openSignUpLink, { body: { token } }),
  ]) {
    await expect(again()).rejects.toMatchObject({ status: 404, code: 'identity.link-dead' });
  }
});

test('[RC-02] of two completions at once, one opens the account', async () => {
  const world = await given();
  const token = await wish(world);
  const both = await Promise.allSettled([
    complete(world.browser(), token),
    complete(world.browser(), token),
  ]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(await world.query('select id from identity.user')).toHaveLength(1);
});

test('[RC-02] two wishes for one address: the second completion is too late', async () => {
  const world = await given();
  const first = await wish(world);
  const second = await wish(world, { ...ada, firstName: 'Eve' });
  await complete(world.browser(), first);
  await expect(complete(world.browser(), second)).rejects.toMatchObject({
    code: 'identity.link-dead',
  });
});

test('[N5] a link dies after 24 hours', async () => {
  const world = await given();
  const token = await wish(world);
  world.clock.moveTo(new Date(world.clock.now().getTime() + 24 * 3600 * 1000));
  await expect(complete(world.browser(), token)).rejects.toMatchObject({
    code: 'identity.link-dead',
  });
});

test('[AT-39] a sign-up link opens no reset', async () => {
  const world = await given();
  const token = await wish(world);
  const misuse = world.browser().call(completeReset, { body: { token, password } });
  await expect(misuse).rejects.toMatchObject({ code: 'identity.link-dead' });
});

test('[D8] [N5] a known address gets the same answer, and its owner a mail', async () => {
  const world = await given();
  await arrive(world, ada);
  const known = await world.browser().send(signUp, { body: { ...ada, firstName: 'Eve' } });
  const unknown = await world.browser().send(signUp, { body: grace });
  expect(known.statusCode).toBe(unknown.statusCode);
  expect(known.json()).toEqual({ ...unknown.json(), address: ada.address });
  expect(Object.keys(known.headers).toSorted()).toEqual(Object.keys(unknown.headers).toSorted());

  const [mail] = await world.mails(ada.address);
  expect(mail).toMatchObject({ letter: 'identity.already-have-account', name: 'Ada Lovelace' });
  expect(mail?.body.text).not.toContain('/verify#');
});

test('[PW-05] [PW-06] a password is turned down for a reason; the link stays good', async () => {
  const world = await given();
  const token = await wish(world);
  const browser = world.browser();
  const cases = {
    'only 14 chars.': 'identity.password-short',
    adalovelace1815: 'identity.password-personal',
    manchesterunited: 'identity.password-listed',
    '123456789012345': 'identity.password-simple',
  };
  for (const [chosen, code] of Object.entries(cases)) {
    await expect(complete(browser, token, chosen), chosen).rejects.toMatchObject({
      status: 422,
      code,
    });
  }
  await complete(browser, token);
});

test('the demo’s visitor reads the sign-up mail in the browser that asked', async () => {
  const world = await given();
  const browser = world.browser();
  await browser.call(signUp, { body: ada });
  const [mail] = (await browser.call(signUpMailbox)).mails;
  expect(mail?.link).toMatch(/\/verify#ml_/);
  await expect(world.browser().call(signUpMailbox)).rejects.toMatchObject({ status: 404 });
});

test('[settled 15] whoever types somebody else’s address reads none of their mail', async () => {
  const world = await given();
  await arrive(world, ada); // a mail about a new device
  const eve = world.browser();
  await eve.call(signUp, { body: { ...ada, firstName: 'Eve' } });
  const { mails } = await eve.call(signUpMailbox);
  expect(mails.map(({ subject, link }) => ({ subject, link }))).toEqual([
    { subject: 'You already have an account', link: null },
  ]);
});

test('outside the demo there is no such mailbox', async () => {
  const world = await given({ settings: { ATRIO_DEMO: 'off' } });
  const browser = world.browser();
  expect(await browser.call(signUp, { body: ada })).toMatchObject({ mailbox: false });
  await expect(browser.call(signUpMailbox)).rejects.toThrow(Refused);
});

test('[LK-14] thirty wishes a minute of one network, five mails to one address', async () => {
  const world = await given();
  const browser = world.browser();
  for (let asked = 0; asked < 30; asked++) await browser.call(signUp, { body: ada });
  const refused = await browser.send(signUp, { body: grace });
  expect(refused.statusCode).toBe(429);
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  await world.browser({ from: '198.51.100.7' }).call(signUp, { body: grace });
  expect(await world.mails(ada.address)).toHaveLength(5);
});

test('[AT-57] what a body says about identity is refused', async () => {
  const world = await given();
  const sent = { ...ada, userId: 'usr_00000000000000000000000000000000', role: 'administrator' };
  const answer = await world.browser().send(signUp, { body: sent });
  expect(answer.statusCode).toBe(422);
});
