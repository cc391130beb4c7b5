import { expect, test } from 'vitest';
import { listMyActivity } from '#modules/activity/log/activity.contract.ts';
import type { Client } from '#test/client.ts';
import { addCodeApp, atSecondStep, enterWithCode, returnWithCode, wait } from '#test/factors.ts';
import { ada, arrive, grace, password } from '#test/people.ts';
import { proveFor, withApp } from '#test/proof.ts';
import { given, type World } from '#test/world.ts';
import { endOtherSessions, whoAmI } from '../../sessions/session.contract.ts';
import { proveFactor } from '../../sign-in/second-factor.contract.ts';
import { readStepUp, signIn, stepUp } from '../../sign-in/sign-in.contract.ts';
import { beginTotp, listFactors, removeFactor, renameFactor } from '../factor.contract.ts';
import { keepFactor, reportFactorLost, restoreFactor } from './leaving.contract.ts';

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

test('“I lost this device”: stopped at once with the password alone; the account stays protected', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const app = await addCodeApp(world, browser);
  const thief = await enterWithCode(world, app);
  wait(world, 601);
  const lose = { params: { factorId: app.factorId }, body };
  const wrong = { ...lose, body: { password: 'not the password at all' } };
  await expect(browser.call(reportFactorLost, wrong)).rejects.toMatchObject({
    code: 'identity.password-wrong',
  });
  await browser.call(reportFactorLost, lose);
  expect(await isIn(thief)).toBe(false);
  expect(await browser.call(listFactors)).toMatchObject({
    factors: [{ state: 'lost', isLast: true }],
    isWeak: true,
    emergency: { left: 10 },
  });
  // not the password alone: a code of the sheet, and the lost app's codes no more
  const there = await atSecondStep(world);
  const lost = { body: { method: 'totp', code: app.next() } } as const;
  expect((await there.send(proveFactor, lost)).statusCode).toBe(403);
  const sheet = { method: 'emergency', code: app.codes[0] ?? '' } as const;
  await there.call(proveFactor, { body: sheet });
  expect(await isIn(there)).toBe(true);
  const subjects = (await world.mails(ada.address)).map(({ subject }) => subject);
  expect(subjects).toContain('A sign-in method was reported as lost');
  const { rows } = await browser.call(listMyActivity);
  expect(rows.map(({ action }) => action)).toContain('identity.factor-lost');
});

test('[SU-02] to say that one is lost makes nothing fresh: the password alone proved it', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const app = await addCodeApp(world, browser);
  const other = await addCodeApp(world, browser, 'Other');
  wait(world, 601);
  await browser.call(reportFactorLost, { params: { factorId: app.factorId }, body });
  await expect(browser.call(endOtherSessions)).rejects.toMatchObject({ kind: 'step-up' });
  await browser.call(stepUp, { body: withApp(other) });
  await browser.call(endOtherSessions);
});

test('[MF-13] [SU-03] what is lost is replaced from a session that proved two factors', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const app = await addCodeApp(world, browser);
  const staying = world.browser();
  await staying.call(signIn, { body: { ...credentials, staySignedIn: true } });
  await staying.call(proveFactor, { body: { method: 'totp', code: app.next() } });
  await staying.call(reportFactorLost, { params: { factorId: app.factorId }, body });
  wait(world, 25 * 3600);
  // its second factor was proven too long ago: there is no way but the door
  expect(await staying.call(readStepUp)).toEqual({ ways: [] });
  await expect(staying.call(stepUp, { body })).rejects.toMatchObject({
    code: 'identity.proof-incomplete',
  });
  await expect(staying.call(beginTotp, { body: { label: 'New' } })).rejects.toMatchObject({
    kind: 'step-up',
  });
  await staying.call(signIn, { body: credentials });
  const sheet = { method: 'emergency', code: app.codes[0] ?? '' } as const;
  await staying.call(proveFactor, { body: sheet });
  await staying.call(stepUp, { body });
  await addCodeApp(world, staying, 'New');
});

test('what was lost and found again is brought back by its owner, and by nobody else', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const { browser: graces } = await arrive(world, grace);
  const app = await addCodeApp(world, browser);
  const params = { factorId: app.factorId };
  await expect(browser.call(restoreFactor, { params })).rejects.toMatchObject({
    code: 'identity.factor-not-lost',
  });
  await browser.call(reportFactorLost, { params, body });
  for (const [contract, sending] of [
    [restoreFactor, { params }],
    [keepFactor, { params }],
    [reportFactorLost, { params, body }],
  ] as const) {
    const answer = await graces.send(contract, sending as never);
    expect(answer.json()).toMatchObject({ code: 'identity.factor-unknown' });
  }
  wait(world, 601);
  await expect(browser.call(restoreFactor, { params })).rejects.toMatchObject({ kind: 'step-up' });
  await browser.call(stepUp, { body });
  // the password opens what protects, and nothing else
  await expect(browser.call(renameFactor, { params, body: { label: 'x' } })).rejects.toMatchObject({
    code: 'identity.stronger-needed',
  });
  await browser.call(restoreFactor, { params });
  await enterWithCode(world, app);
  const subjects = (await world.mails(ada.address)).map(({ subject }) => subject);
  expect(subjects).toContain('A sign-in method that was lost works again');
});

test('what was stopped because it may have been copied is not brought back', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const app = await addCodeApp(world, browser);
  await world.query(`update identity.factor set state = 'suspended' where type = 'totp'`);
  const params = { factorId: app.factorId };
  await expect(browser.call(restoreFactor, { params })).rejects.toMatchObject({
    code: 'identity.factor-not-lost',
  });
  expect((await browser.call(listFactors)).factors).toMatchObject([{ state: 'suspended' }]);
});

test('what is lost can be removed; where it was the last, a day later', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const app = await addCodeApp(world, browser);
  await returnWithCode(world, app, browser);
  await browser.call(reportFactorLost, { params: { factorId: app.factorId }, body });
  await proveFor(browser, removeFactor, app.factorId);
  const { waitsUntil } = await browser.call(removeFactor, removal(app.factorId));
  expect(waitsUntil, 'though the browser is known: it was not proven itself').not.toBeNull();
  wait(world, day);
  await world.runJobs({ scheduled: true });
  expect(await states(world)).toEqual([{ state: 'revoked' }]);
});
