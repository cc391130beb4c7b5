import type { Challenge } from 'altcha-lib/types';
import { expect, test } from 'vitest';
import type { Client } from '#test/client.ts';
import { addPasskey, enterWithPasskey, wait } from '#test/factors.ts';
import { ada, arrive, password } from '#test/people.ts';
import { proofFor } from '#test/work.ts';
import { given } from '#test/world.ts';
import { completeReset } from '../../recovery/reset.contract.ts';
import {
  askPasskeyAtDoor,
  signInWithPasskey,
} from '../../sign-in/passkey/passkey-door.contract.ts';
import { completeSignUp } from '../../sign-up/sign-up.contract.ts';

type Answer = Awaited<ReturnType<Client['send']>>;

const wantsWork = (answer: Answer) =>
  expect(answer.json()).toMatchObject({ status: 429, code: 'http.proof-of-work-wanted' });
const workOf = async (refused: Answer) => {
  wantsWork(refused);
  const { facts } = refused.json<{ facts: { challenge: Challenge } }>();
  return { headers: { 'x-atrio-proof-of-work': await proofFor(facts.challenge) } };
};

test('[LK-14] a passkey that had to wait for work is as good as before', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const passkey = await addPasskey(world, browser);
  wait(world, 60);
  for (let tries = 0; tries < 10; tries++) {
    expect((await enterWithPasskey(browser, passkey)).statusCode).toBe(200);
  }
  const { options } = await browser.call(askPasskeyAtDoor);
  const body = { response: passkey.get(options) };
  const work = await workOf(await browser.send(signInWithPasskey, { body }));
  expect((await browser.send(signInWithPasskey, { body, ...work })).statusCode).toBe(200);
});

test('[LK-14] a dead link gives neither its try nor the work for it back', async () => {
  const world = await given();
  const eve = world.browser();
  const body = { token: `ml_${'x'.repeat(43)}`, password };
  for (const link of [completeReset, completeSignUp]) {
    const follow = (work: object = {}): Promise<Answer> => eve.send(link, { body, ...work });
    for (let tries = 0; tries < 10; tries++) {
      expect((await follow()).json()).toMatchObject({ code: 'identity.link-dead' });
    }
    const work = await workOf(await follow());
    expect((await follow(work)).json()).toMatchObject({ code: 'identity.link-dead' });
    wantsWork(await follow(work));
  }
});
