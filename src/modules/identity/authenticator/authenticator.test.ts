import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Client } from '#test/client.ts';
import { atSecondStep, wait } from '#test/factors.ts';
import { codeAt } from '#test/one-time-codes.ts';
import { ada, arrive, grace, password } from '#test/people.ts';
import { pairPhone, softwarePhone } from '#test/software-phone.ts';
import { given } from '#test/world.ts';
import { listFactors } from '../factors/factor.contract.ts';
import { whoAmI } from '../sessions/session.contract.ts';
import { askFactor, proveFactor } from '../sign-in/second-factor.contract.ts';
import { askStepUp, signIn, stepUp } from '../sign-in/sign-in.contract.ts';
import { appNameOf } from './pairing/app-name.rules.ts';
import {
  beginPush,
  confirmPush,
  decidePush,
  readAttemptPush,
  readPairing,
} from './authenticator.contract.ts';

const push = { body: { method: 'push' } } as const;

async function protectedAda() {
  const world = await given();
  const { browser } = await arrive(world, ada);
  return { world, browser, phone: await pairPhone(world, browser) };
}

/** Asks the phone from a browser at its second step: the number on its page. */
async function numberOn(browser: Client): Promise<string> {
  const { options } = await browser.call(askFactor, push);
  return String(options?.['code']);
}

const wrong = (code: string) => (code === '000000' ? '111111' : '000000');

async function attemptOf({ waiting }: { waiting: () => Promise<unknown> }): Promise<string> {
  const state = (await waiting()) as { waiting: { attempt: string } | null };
  return state.waiting?.attempt ?? '';
}

test('[D9] a phone is paired by a code, two words are compared, and codes come with it', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const phone = await softwarePhone(world);
  const begun = await browser.call(beginPush, { body: { label: 'Pixel' } });
  expect(Buffer.from(begun.code, 'base64url')).toHaveLength(16);
  expect(begun.address).toBe(`${world.app.settings.origin}/authenticator#${begun.code}`);
  const { factorId } = begun;
  expect((await browser.send(confirmPush, { body: { factorId } })).json()).toMatchObject({
    code: 'identity.not-paired',
  });
  expect((await phone.pair(begun.code)).statusCode).toBe(200);
  expect(await phone.waiting()).toMatchObject({ state: 'not-finished', waiting: null });
  const key = Buffer.from(phone.publicKey, 'base64url');
  expect(await browser.call(readPairing, { params: { factorId } })).toEqual({
    name: appNameOf(createHash('sha256').update(key).digest()),
  });
  const { emergencyCodes } = await browser.call(confirmPush, { body: { factorId } });
  expect(emergencyCodes).toHaveLength(10);
  expect((await browser.call(listFactors)).factors).toMatchObject([
    { type: 'push', label: 'Pixel' },
  ]);
  const rows = await world.query('select * from messages.message');
  expect(JSON.stringify(rows)).not.toContain(begun.code);
});

test('[MF-01] [MF-03] [MF-16] the code pairs one phone, once, for ten minutes, and is in no mail', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const { code } = await browser.call(beginPush, { body: { label: 'Pixel' } });
  expect(Buffer.from(code, 'base64url').length * 8).toBeGreaterThanOrEqual(112);
  const phones = await Promise.all([1, 2, 3, 4].map(() => softwarePhone(world)));
  const answers = await Promise.all(phones.map((phone) => phone.pair(code)));
  const worked = answers.filter(({ statusCode }) => statusCode === 200);
  expect(worked).toHaveLength(1);
  const late = await browser.call(beginPush, { body: { label: 'Late' } });
  wait(world, 10 * 60);
  expect((await phones[0]?.pair(late.code))?.json()).toMatchObject({
    code: 'identity.pairing-over',
  });
  const told = JSON.stringify(await world.mails(ada.address));
  for (const secret of [code, late.code]) expect(told).not.toContain(secret);
});

test('a code that another key signed, for another place or long ago pairs nothing', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const { code } = await browser.call(beginPush, { body: { label: 'Pixel' } });
  const phone = await softwarePhone(world);
  const iat = Math.floor(world.clock.now().getTime() / 1000) - 61;
  for (const said of [{ origin: 'https://evil.example' }, { iat }]) {
    expect((await phone.pair(code, said)).json()).toMatchObject({ code: 'identity.app-refused' });
  }
  expect((await phone.pair(code)).statusCode).toBe(200);
});

test('[D9] [R62] the number of the page, typed into the phone, lets the sign-in go on', async () => {
  const { world, phone } = await protectedAda();
  const other = world.browser();
  const answer = await other.call(signIn, { body: { address: ada.address, password } });
  expect(answer).toEqual({ outcome: 'factor-needed', methods: ['push', 'totp', 'emergency'] });
  const code = await numberOn(other);
  expect(code).toMatch(/^\d{6}$/);
  const state = await phone.waiting();
  expect(state).toMatchObject({ state: 'active', waiting: { purpose: 'sign-in' } });
  expect(JSON.stringify(state)).not.toContain(code);
  expect(await other.call(readAttemptPush)).toEqual({ state: 'waiting' });
  const attempt = await attemptOf(phone);
  const decided = await phone.decide({ decision: 'approve', attempt, code });
  expect(decided.json()).toMatchObject({ outcome: 'approved' });
  expect(await other.call(readAttemptPush)).toEqual({ state: 'approved' });
  await other.call(proveFactor, push);
  expect(await other.call(whoAmI)).toMatchObject({ user: { firstName: 'Ada' } });
});

test('[MF-02] an approval opens the attempt that asked, and no other', async () => {
  const { world, phone } = await protectedAda();
  const asking = await atSecondStep(world);
  const other = await atSecondStep(world);
  const code = await numberOn(asking);
  await phone.decide({ decision: 'approve', attempt: await attemptOf(phone), code });
  expect(await other.call(readAttemptPush)).toEqual({ state: 'over' });
  expect((await other.send(proveFactor, push)).statusCode).toBe(403);
  expect((await asking.send(proveFactor, push)).statusCode).toBe(200);
});

test('[MF-01] of many who bring one approval, one gets in', async () => {
  const { world, phone } = await protectedAda();
  const asking = await atSecondStep(world);
  const code = await numberOn(asking);
  const attempt = await attemptOf(phone);
  const tries = [1, 2, 3, 4].map(() => phone.decide({ decision: 'approve', attempt, code }));
  const outcomes = (await Promise.all(tries)).map((answer) => answer.json<{ outcome: string }>());
  expect(outcomes.filter(({ outcome }) => outcome === 'approved')).toHaveLength(1);
  const copies = [1, 2, 3, 4].map(() => asking.copy());
  const entered = await Promise.all(copies.map((copy) => copy.send(proveFactor, push)));
  expect(entered.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
});

test('[MF-03] a request and its approval last two minutes', async () => {
  const { world, phone } = await protectedAda();
  const asking = await atSecondStep(world);
  const code = await numberOn(asking);
  const attempt = await attemptOf(phone);
  wait(world, 119);
  expect(await asking.call(readAttemptPush)).toEqual({ state: 'waiting' });
  wait(world, 1);
  expect(await asking.call(readAttemptPush)).toEqual({ state: 'over' });
  const late = await phone.decide({ decision: 'approve', attempt, code });
  expect(late.json()).toMatchObject({ outcome: 'over' });
  const again = await numberOn(asking);
  await phone.decide({ decision: 'approve', attempt: await attemptOf(phone), code: again });
  wait(world, 120);
  expect((await asking.send(proveFactor, push)).statusCode).toBe(403);
});

test('[MF-09] nothing approves without the number; three wrong ones end the request', async () => {
  const { world, phone } = await protectedAda();
  const asking = await atSecondStep(world);
  const code = await numberOn(asking);
  const attempt = await attemptOf(phone);
  expect((await phone.decide({ decision: 'approve', attempt })).statusCode).toBe(403);
  expect((await asking.send(proveFactor, push)).statusCode).toBe(403);
  for (const left of [2, 1, 0]) {
    const answer = await phone.decide({ decision: 'approve', attempt, code: wrong(code) });
    expect(answer.json()).toEqual({ outcome: 'wrong-code', left });
  }
  const right = await phone.decide({ decision: 'approve', attempt, code });
  expect(right.json()).toMatchObject({ outcome: 'over' });
  expect((await asking.send(proveFactor, push)).statusCode).toBe(403);
});

test('the key of another account decides nothing', async () => {
  const { world } = await protectedAda();
  const stranger = await pairPhone(world, (await arrive(world, grace)).browser);
  const asking = await atSecondStep(world);
  const code = await numberOn(asking);
  const [row] = await world.query("select id from identity.push_request where state = 'pending'");
  const attempt = `psh_${String(row?.['id']).replaceAll('-', '')}`;
  const theirs = await stranger.decide({ decision: 'approve', attempt, code });
  expect(theirs.json()).toMatchObject({ outcome: 'over' });
  const [mine] = await world.query(
    "select id from identity.factor where label = 'Pixel' order by bound_at",
  );
  const factorId = `fac_${String(mine?.['id']).replaceAll('-', '')}`;
  const forged = await stranger.decide({ decision: 'approve', attempt, code, factorId });
  expect(forged.json()).toMatchObject({ code: 'identity.app-refused' });
  expect(await asking.call(readAttemptPush)).toEqual({ state: 'waiting' });
});

test('[SU-02] the number on the phone is proof enough in a step-up', async () => {
  const { world, browser, phone } = await protectedAda();
  wait(world, 11 * 60);
  const { options } = await browser.call(askStepUp, push);
  const attempt = await attemptOf(phone);
  const factor = { factor: { method: 'push' } } as const;
  expect((await browser.send(stepUp, { body: factor })).statusCode).toBe(403);
  await phone.decide({ decision: 'approve', attempt, code: String(options?.['code']) });
  await browser.call(stepUp, { body: factor });
  expect((await browser.send(beginPush, { body: { label: 'Second' } })).statusCode).toBe(200);
});

test('the app’s codes work without a network', async () => {
  const { world, phone } = await protectedAda();
  const other = await atSecondStep(world);
  const code = codeAt(phone.seed, world.clock.now());
  await other.call(proveFactor, { body: { method: 'totp', code } });
  expect(await other.call(whoAmI)).toMatchObject({ user: { firstName: 'Ada' } });
});

test('[MF-09] a decision that is not signed by the app is none', async () => {
  const { world, phone } = await protectedAda();
  const asking = await atSecondStep(world);
  const code = await numberOn(asking);
  const { body } = await phone.decision({ decision: 'deny', attempt: await attemptOf(phone) });
  const { signature } = body.message;
  const said = JSON.parse(body.message.payload) as object;
  const payload = JSON.stringify({ ...said, decision: 'approve', code });
  const forged = { body: { message: { payload, signature } } };
  expect((await world.browser().send(decidePush, forged)).json()).toMatchObject({
    code: 'identity.app-refused',
  });
});
