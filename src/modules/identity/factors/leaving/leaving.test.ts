import { expect, onTestFinished, test } from 'vitest';
import { signInRequirements } from '#modules/identity/index.ts';
import { listMyActivity } from '#modules/activity/log/activity.contract.ts';
import type { Client } from '#test/client.ts';
import { addCodeApp, addPasskey, enterWithCode, returnWithCode, wait } from '#test/factors.ts';
import { ada, arrive, password } from '#test/people.ts';
import { proveFor, withApp } from '#test/proof.ts';
import { given, linkIn, type World } from '#test/world.ts';
import { noRequirements, nothingRequired } from '../../gate/sign-in-requirements.ts';
import { whoAmI } from '../../sessions/session.contract.ts';
import { askStepUp, readStepUp, signIn, stepUp } from '../../sign-in/sign-in.contract.ts';
import { listFactors, removeFactor } from '../factor.contract.ts';
import { keepFactor, keepFactorByLink } from './leaving.contract.ts';

const day = 24 * 3600;
const body = { password };
const credentials = { address: ada.address, password };
type FactorId = `fac_${string}`;

const removal = (factorId: FactorId) => ({ params: { factorId }, body });
const isIn = async (browser: Client) => (await browser.call(whoAmI)).user !== null;
const states = (world: World) =>
  world.query<{ state: string }>(
    `select state from identity.factor where type <> 'emergency' order by bound_at`,
  );
const lettersTo = async (world: World, letter: string) =>
  (await world.mails(ada.address)).filter((mail) => mail.letter === letter);

/** Ada, whose code app is the only method, asks in a browser of today to remove it. */
async function waiting() {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const app = await addCodeApp(world, browser);
  await proveFor(browser, removeFactor, app.factorId, withApp(app));
  const { waitsUntil } = await browser.call(removeFactor, removal(app.factorId));
  const [mail] = await lettersTo(world, 'identity.factor-removal-waits');
  return { world, browser, app, waitsUntil, token: linkIn(mail).hash.slice(1) };
}

test('[R162] in a browser of today the last method waits a day; the job removes it then', async () => {
  const { world, browser, app, waitsUntil } = await waiting();
  const dueAt = new Date(world.clock.now().getTime() + day * 1000).toISOString();
  expect(waitsUntil).toBe(dueAt);
  const { factors } = await browser.call(listFactors);
  expect(factors).toMatchObject([{ state: 'active', isLast: true, removalDueAt: dueAt }]);
  // it still proves, and is still asked for
  const other = await enterWithCode(world, app);
  wait(world, day - 31);
  await world.runJobs({ scheduled: true });
  expect(await states(world)).toEqual([{ state: 'active' }]);

  wait(world, 1);
  await world.runJobs({ scheduled: true });
  expect(await states(world)).toEqual([{ state: 'revoked' }]);
  expect(await isIn(other), 'sessions end').toBe(false);
  expect(await browser.call(signIn, { body: credentials })).toMatchObject({ outcome: 'signed-in' });
  expect(await browser.call(listFactors)).toMatchObject({ factors: [], emergency: null });
  const { rows } = await browser.call(listMyActivity);
  expect(rows.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['identity.factor-removal-asked', 'identity.last-factor-removed']),
  );
});

test('its owner calls it off by the mailed link, without signing in; the link opens nothing', async () => {
  const { world, browser, token } = await waiting();
  const anywhere = world.browser();
  await anywhere.call(keepFactorByLink, { body: { token } });
  expect(await isIn(anywhere)).toBe(false);
  await expect(anywhere.call(keepFactorByLink, { body: { token } })).rejects.toMatchObject({
    code: 'identity.link-dead',
  });
  expect((await browser.call(listFactors)).factors).toMatchObject([{ removalDueAt: null }]);
  wait(world, 2 * day);
  await world.runJobs({ scheduled: true });
  expect(await states(world)).toEqual([{ state: 'active' }]);
  const subjects = (await world.mails(ada.address)).map(({ subject }) => subject);
  expect(subjects).toContain('Your second factor is kept: its removal was called off');
});

test('or in a session, with no proof at all; then the link is dead, also for a later removal', async () => {
  const { world, browser, app, token } = await waiting();
  const params = { factorId: app.factorId };
  wait(world, 3600);
  await enterWithCode(world, app, browser);
  await browser.call(keepFactor, { params });
  await expect(browser.call(keepFactor, { params })).rejects.toMatchObject({
    status: 409,
    code: 'identity.removal-over',
  });
  await proveFor(browser, removeFactor, app.factorId, withApp(app));
  await browser.call(removeFactor, removal(app.factorId));
  await expect(world.browser().call(keepFactorByLink, { body: { token } })).rejects.toMatchObject({
    code: 'identity.link-dead',
  });
  expect((await browser.call(listFactors)).factors[0]?.removalDueAt).not.toBeNull();
});

test('asked again, it goes when it was to go, and one mail tells of it', async () => {
  const { world, browser, app, waitsUntil } = await waiting();
  wait(world, 3600);
  await enterWithCode(world, app, browser);
  await proveFor(browser, removeFactor, app.factorId, withApp(app));
  expect(await browser.call(removeFactor, removal(app.factorId))).toMatchObject({ waitsUntil });
  expect(await lettersTo(world, 'identity.factor-removal-waits')).toHaveLength(1);
});

test.for([1, 2, 3])(
  'called off twice and carried out at the same moment: one of the three happens (%i)',
  async () => {
    const { world, token } = await waiting();
    wait(world, day - 1);
    // the link lives to the last second, the job comes a moment later
    const kept = [1, 2].map(() => world.browser().send(keepFactorByLink, { body: { token } }));
    wait(world, 1);
    await Promise.all([...kept, world.runJobs({ scheduled: true })]);
    const answers = (await Promise.all(kept)).map(({ statusCode }) => statusCode);
    const done = answers.filter((status) => status === 204).length;
    const [{ state } = { state: 'gone' }] = await states(world);
    expect([done, state]).toEqual(done === 1 ? [1, 'active'] : [0, 'revoked']);
    const told = (await world.mails(ada.address)).map(({ subject }) => subject);
    expect(
      told.filter((subject) => /is kept|no longer protected/.test(subject)),
      'one outcome is told',
    ).toHaveLength(1);
  },
);

test('[R55] [D10] an organization that asks for one meanwhile keeps it, and says so', async () => {
  const { world } = await waiting();
  signInRequirements.connect(async () => ({ ...nothingRequired, secondFactor: true }));
  onTestFinished(noRequirements);
  wait(world, day);
  await world.runJobs({ scheduled: true });
  expect(await states(world)).toEqual([{ state: 'active' }]);
  const subjects = (await world.mails(ada.address)).map(({ subject }) => subject);
  expect(subjects).toContain('Your second factor is kept: an organization asks for one');
});

test('[R162] [R163] a day later, in the same browser, proven itself, it goes at once', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const app = await addCodeApp(world, browser);
  await returnWithCode(world, app, browser);
  expect(await browser.call(listFactors)).toMatchObject({ isKnownDevice: true });
  await proveFor(browser, removeFactor, app.factorId, withApp(app));
  const done = await browser.call(removeFactor, removal(app.factorId));
  expect(done.waitsUntil).toBeNull();
  expect((await browser.call(listFactors)).factors).toEqual([]);
});

test('[MF-12] [SU-02] a method is no proof of its own removal while there is another', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const first = await addCodeApp(world, browser, 'Old phone');
  const second = await addCodeApp(world, browser, 'New phone');
  const query = { action: removeFactor.name, object: first.factorId };
  await expect(
    proveFor(browser, removeFactor, first.factorId, withApp(first)),
  ).rejects.toMatchObject({ code: 'identity.prove-with-another' });
  await proveFor(browser, removeFactor, first.factorId, withApp(second));
  await browser.call(removeFactor, removal(first.factorId));
  // the only one proves for itself
  await proveFor(browser, removeFactor, second.factorId, withApp(second));

  const passkey = await addPasskey(world, browser);
  const ways = async (object: FactorId) =>
    (await browser.call(readStepUp, { query: { ...query, object } })).ways;
  expect(await ways(second.factorId)).toEqual([{ factor: 'passkey', password: false }]);
  expect(await ways(passkey.factorId)).toEqual([{ factor: 'totp', password: true }]);
  // it was made while the app was the only one
  await expect(browser.call(removeFactor, removal(second.factorId))).rejects.toMatchObject({
    code: 'identity.prove-with-another',
  });
});

test('[SU-06] a proof opens what it was made for, once, for five minutes, in its session', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const one = await addCodeApp(world, browser, 'One');
  const two = await addCodeApp(world, browser, 'Two');
  const three = await addCodeApp(world, browser, 'Three');
  const stale = { kind: 'step-up', facts: { action: 'removeFactor', object: two.factorId } };
  const other = await enterWithCode(world, three);
  const remove = (client: Client, { factorId }: { factorId: FactorId }) =>
    client.call(removeFactor, removal(factorId));

  // a proof of anything, of one thing, of the session beside it
  await browser.call(stepUp, { body: withApp(three) });
  await expect(remove(browser, two)).rejects.toMatchObject(stale);
  await proveFor(browser, removeFactor, one.factorId, withApp(three));
  await expect(remove(browser, two)).rejects.toMatchObject(stale);
  await proveFor(browser, removeFactor, two.factorId, withApp(three));
  await expect(remove(other, two)).rejects.toMatchObject(stale);
  // a newer one takes its place
  await proveFor(browser, removeFactor, one.factorId, withApp(three));
  await expect(remove(browser, two)).rejects.toMatchObject(stale);
  await proveFor(browser, removeFactor, two.factorId, withApp(three));
  wait(world, 300);
  await expect(remove(browser, two)).rejects.toMatchObject(stale);
  await proveFor(browser, removeFactor, two.factorId, withApp(three));
  wait(world, 299);
  // a mistyped password does not cost it; what was done does
  const wrong = { ...removal(two.factorId), body: { password: 'not the password at all' } };
  await expect(browser.call(removeFactor, wrong)).rejects.toMatchObject({
    code: 'identity.password-wrong',
  });
  await remove(browser, two);
  await expect(remove(browser, two)).rejects.toMatchObject(stale);
});

test('[MF-14] [SU-06] what a passkey signed for one thing proves nothing for another', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const app = await addCodeApp(world, browser);
  const passkey = await addPasskey(world, browser);
  const critical = { action: removeFactor.name, object: app.factorId };
  const signedFor = async (asked: object) => {
    const { options } = await browser.call(askStepUp, { body: { method: 'passkey', ...asked } });
    return { factor: { method: 'passkey', response: passkey.get(options ?? {}) } } as const;
  };
  for (const [asked, brought] of [
    [{}, { critical }],
    [{ critical }, {}],
    [{ critical: { ...critical, object: passkey.factorId } }, { critical }],
  ] as const) {
    const proof = { ...(await signedFor(asked)), ...brought };
    expect((await browser.send(stepUp, { body: proof })).json()).toMatchObject({
      code: 'identity.factor-wrong',
    });
  }
  await browser.call(stepUp, { body: { ...(await signedFor({ critical })), critical } });
});

test('[SU-06] of many who bring one proof at once, one removes', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const app = await addCodeApp(world, browser);
  const other = await addCodeApp(world, browser, 'Other');
  await proveFor(browser, removeFactor, app.factorId, withApp(other));
  const done = await Promise.allSettled(
    [1, 2, 3, 4].map(() => browser.copy().call(removeFactor, removal(app.factorId))),
  );
  expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await world.query('select 1 from identity.action_proof')).toEqual([]);
});
