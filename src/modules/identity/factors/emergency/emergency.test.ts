import { expect, test } from 'vitest';
import {
  addCodeApp,
  addPasskey,
  atSecondStep,
  enterWithCode,
  returnWithCode,
  wait,
} from '#test/factors.ts';
import { codeAt } from '#test/one-time-codes.ts';
import { ada, arrive, password } from '#test/people.ts';
import { proveFor, withApp } from '#test/proof.ts';
import { given } from '#test/world.ts';
import { changePassword } from '../../passwords/password.contract.ts';
import { endOtherSessions, whoAmI } from '../../sessions/session.contract.ts';
import { proveFactor } from '../../sign-in/second-factor.contract.ts';
import { readStepUp, signIn, stepUp } from '../../sign-in/sign-in.contract.ts';
import {
  beginTotp,
  confirmTotp,
  listFactors,
  removeFactor,
  renameFactor,
  renewEmergencyCodes,
} from '../factor.contract.ts';

const emergency = (code: string) => ({ body: { method: 'emergency', code } as const });

test('[R63] [D9] ten codes come with the first method, once; each opens the door once', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const app = await addCodeApp(world, browser);
  expect(app.codes).toHaveLength(10);
  for (const [number, code] of app.codes.entries()) {
    expect(code).toMatch(/^\d(-[0-9A-HJKMNP-TV-Z]{4}){4}$/);
    expect(code).toMatch(new RegExp(`^${number}-`));
  }
  expect((await addPasskey(world, browser)).codes).toEqual([]);

  const [first = '', second = ''] = app.codes;
  const other = await atSecondStep(world);
  await other.call(proveFactor, emergency(first.toLowerCase().replaceAll('-', ' ')));
  expect(await other.call(whoAmI)).toMatchObject({ user: { firstName: 'Ada' } });
  const third = await atSecondStep(world);
  expect((await third.send(proveFactor, emergency(first))).statusCode).toBe(403);
  await third.call(proveFactor, emergency(second));
  expect((await third.call(listFactors)).emergency).toMatchObject({ left: 8 });
});

test('[MF-01] of many who bring the same emergency code at once, one gets in', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const { codes } = await addCodeApp(world, browser);
  const browsers = [];
  for (let made = 0; made < 5; made++) browsers.push(await atSecondStep(world));
  const done = await Promise.allSettled(
    browsers.map((one) => one.call(proveFactor, emergency(codes[4] ?? ''))),
  );
  expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('[MF-05] what is stored of a code is a salted hash, wiped when it was used', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const { codes } = await addCodeApp(world, browser);
  const stored = () =>
    world.query<{ hash: string | null }>(
      'select hash from identity.emergency_code order by number',
    );
  for (const { hash } of await stored()) {
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=8192,t=1,p=1\$[A-Za-z0-9+/]{22}\$/);
  }
  await (await atSecondStep(world)).call(proveFactor, emergency(codes[0] ?? ''));
  expect((await stored())[0]).toEqual({ hash: null });
});

test('[PW-16] five sheets an hour: no account keeps the place that hashes them for itself', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const none = Array.from({ length: 5 }, () => browser.send(renewEmergencyCodes));
  expect((await Promise.all(none)).map(({ statusCode }) => statusCode)).toEqual(
    Array.from({ length: 5 }, () => 404),
  );
  const sixth = await browser.send(renewEmergencyCodes);
  expect(sixth.statusCode).toBe(429);
  expect(Number(sixth.headers['retry-after'])).toBeGreaterThan(0);
  wait(world, 3600);
  await browser.call(signIn, { body: { address: ada.address, password } });
  await addCodeApp(world, browser);
  await browser.call(renewEmergencyCodes);
});

test('[N7] its use is told at once; from three left on the owner is reminded', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const { codes } = await addCodeApp(world, browser);
  const subjects = async () => (await world.mails(ada.address)).map(({ subject }) => subject);
  for (const code of codes.slice(0, 6)) {
    await (await atSecondStep(world)).call(proveFactor, emergency(code));
  }
  const used = 'An emergency code was used to sign in';
  expect((await subjects()).filter((subject) => subject === used)).toHaveLength(6);
  expect(await subjects()).not.toContain('Few emergency codes are left');
  await (await atSecondStep(world)).call(proveFactor, emergency(codes[6] ?? ''));
  expect(await subjects()).toContain('Few emergency codes are left');
});

test('a new set kills the one before', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const { codes } = await addCodeApp(world, browser);
  const { emergencyCodes } = await browser.call(renewEmergencyCodes);
  expect(emergencyCodes).toHaveLength(10);
  const other = await atSecondStep(world);
  expect((await other.send(proveFactor, emergency(codes[0] ?? ''))).statusCode).toBe(403);
  await other.call(proveFactor, emergency(emergencyCodes[0] ?? ''));
  const sets = await world.query(
    `select state from identity.factor where type = 'emergency' order by created_at, state`,
  );
  expect(new Set(sets.map(({ state }) => state))).toEqual(new Set(['active', 'revoked']));
});

test('[MF-13] after an emergency code a session adds a method and changes nothing else', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const app = await addCodeApp(world, browser);
  const lost = await atSecondStep(world);
  await lost.call(proveFactor, emergency(app.codes[0] ?? ''));
  const restricted = { code: 'identity.session-restricted' };

  // no proof is fresh after such a code, and the password must do: the app is lost
  expect((await lost.send(beginTotp, { body: { label: 'New' } })).json()).toMatchObject({
    code: 'identity.step-up-needed',
  });
  expect((await lost.call(readStepUp)).ways).toContainEqual({ factor: null, password: true });
  await lost.call(stepUp, { body: { password } });
  for (const answer of [
    await lost.send(removeFactor, { params: { factorId: app.factorId }, body: { password } }),
    await lost.send(renameFactor, { params: { factorId: app.factorId }, body: { label: 'x' } }),
    await lost.send(renewEmergencyCodes),
    await lost.send(endOtherSessions),
    await lost.send(changePassword, { body: { current: password, next: 'x'.repeat(20) } }),
  ]) {
    expect(answer.json()).toMatchObject(restricted);
  }
  const added = await addCodeApp(world, lost, 'New');

  // what was bound then opens restricted sessions until the day is over
  const entered = await enterWithCode(world, added);
  expect((await entered.send(renewEmergencyCodes)).json()).toMatchObject(restricted);
  wait(world, 24 * 3600);
  const later = await enterWithCode(world, added);
  await later.call(renewEmergencyCodes);
});

test('the factor that was not lost after all frees the session', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const app = await addCodeApp(world, browser);
  const other = await atSecondStep(world);
  await other.call(proveFactor, emergency(app.codes[0] ?? ''));
  const factor = { method: 'totp', code: app.next() } as const;
  await other.call(stepUp, { body: { password, factor } });
  expect((await other.call(renewEmergencyCodes)).emergencyCodes).toHaveLength(10);
});

test('[SU-02] emergency codes never prove anything in a step-up', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const app = await addCodeApp(world, browser);
  wait(world, 600);
  const factor = { method: 'emergency', code: app.codes[0] ?? '' } as const;
  for (const body of [{ factor }, { factor, password }, { password }]) {
    expect((await browser.send(stepUp, { body })).json()).toMatchObject({
      code: 'identity.proof-incomplete',
    });
  }
  expect((await browser.call(listFactors)).emergency).toMatchObject({ left: 10 });
});

test('[R162] without a method the codes are gone too, and the password is enough', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const app = await addCodeApp(world, browser);
  await returnWithCode(world, app, browser);
  await proveFor(browser, removeFactor, app.factorId, withApp(app));
  await browser.call(removeFactor, { params: { factorId: app.factorId }, body: { password } });
  expect(await browser.call(listFactors)).toMatchObject({ factors: [], emergency: null });
  const answer = await world.browser().call(signIn, { body: { address: ada.address, password } });
  expect(answer).toMatchObject({ outcome: 'signed-in' });
  // a new beginning brings a new sheet
  const { factorId, key } = await browser.call(beginTotp, { body: { label: 'Again' } });
  const code = codeAt(key, world.clock.now());
  const again = await browser.call(confirmTotp, { body: { factorId, code } });
  expect(again.emergencyCodes).toHaveLength(10);
});
