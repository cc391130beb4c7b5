import { expect, test } from 'vitest';
import type { Client } from '#test/client.ts';
import { ada, arrive, grace, password } from '#test/people.ts';
import { given, linkIn, type World } from '#test/world.ts';
import { disownByLink } from '../disowning/disown.contract.ts';
import { completeUnlock } from '../lockout/unlock/unlock.contract.ts';
import { completeReset, requestReset } from '../recovery/reset.contract.ts';
import { signIn } from '../sign-in/sign-in.contract.ts';
import { completeSignUp, openSignUpLink, signUp } from '../sign-up/sign-up.contract.ts';

const next = 'seven kites over the harbour';
const wrong = { address: ada.address, password: 'this is not the password' };

/** Where each kind of link is used. */
const uses = {
  'sign-up': (browser: Client, token: string) =>
    browser.send(completeSignUp, { body: { token, password: next } }),
  reset: (browser: Client, token: string) =>
    browser.send(completeReset, { body: { token, password: next } }),
  'not-me': (browser: Client, token: string) => browser.send(disownByLink, { body: { token } }),
  unlock: (browser: Client, token: string) => browser.send(completeUnlock, { body: { token } }),
};
type Kind = keyof typeof uses;

/** One good link of each kind, as a mailbox holds them. */
async function linksIn(world: World): Promise<Record<Kind, string>> {
  await arrive(world, ada);
  await world.query('update identity.user set lock_after = 3');
  await world.browser().call(signIn, { body: { address: ada.address, password } });
  await world.browser().call(requestReset, { body: { address: ada.address } });
  for (let tries = 0; tries < 3; tries++) await world.browser().send(signIn, { body: wrong });
  await world.browser().call(signUp, { body: grace });
  const token = async (letter: string, address: string) => {
    const mails = await world.mails(address);
    return linkIn(mails.find((mail) => mail.letter === `identity.${letter}`)).hash.slice(1);
  };
  return {
    'sign-up': await token('verify-address', grace.address),
    reset: await token('reset-link', ada.address),
    'not-me': await token('new-device', ada.address),
    unlock: await token('account-locked', ada.address),
  };
}

test('[AT-39] [RC-02] a link is good at its own door only, and is not used up at another', async () => {
  const world = await given();
  const links = await linksIn(world);
  const kinds = Object.keys(uses) as Kind[];
  for (const kind of kinds) {
    for (const door of kinds.filter((other) => other !== kind)) {
      const answer = await uses[door](world.browser(), links[kind]);
      expect(answer.json(), `${kind} at ${door}`).toMatchObject({ code: 'identity.link-dead' });
      expect(answer.cookies).toEqual([]);
    }
    const opened = await world.browser().send(openSignUpLink, { body: { token: links[kind] } });
    expect(opened.statusCode, kind).toBe(kind === 'sign-up' ? 200 : 404);
  }
  for (const kind of ['sign-up', 'unlock', 'not-me', 'reset'] as const) {
    const { statusCode } = await uses[kind](world.browser(), links[kind]);
    expect([200, 204], `${kind} at its own`).toContain(statusCode);
  }
});

test('[SE-13] [SE-14] opening the page of a mailed link changes no row', async () => {
  const world = await given();
  const links = await linksIn(world);
  const tables = ['session', 'device', 'one_time', 'credential', 'lane', '"user"', 'auth_attempt'];
  const rows = () =>
    Promise.all(
      tables.map((table) => world.query(`select t::text from identity.${table} t order by 1`)),
    );
  const before = await rows();
  for (const [kind, token] of Object.entries(links)) {
    for (const path of [`/${kind}`, `/${kind}?token=${token}`, `/${kind}/${token}`]) {
      await world.app.server.inject({ method: 'GET', url: path });
    }
  }
  expect(await rows()).toEqual(before);
});
