import { expect, test } from 'vitest';
import { listWorkItems } from '#modules/billing/bank/work-items/work-item.contract.ts';
import { wait } from '#test/factors.ts';
import { codeAt } from '#test/one-time-codes.ts';
import {
  addStaffPasskey,
  enterAsStaff,
  newColleague,
  tryStaffPasskey,
  type Beginner,
} from '#test/staff.ts';
import { given, type World } from '#test/world.ts';
import type { Client } from '#test/client.ts';
import { askFactor, proveFactor, readAttempt } from '../../sign-in/second-factor.contract.ts';
import {
  askStaffStepUp,
  readStaffStepUp,
  staffSession,
  staffSignIn,
  staffStepUp,
} from '../staff.contract.ts';
import {
  beginStaffTotp,
  confirmStaffTotp,
  listStaffFactors,
  removeStaffFactor,
  renewStaffEmergencyCodes,
  reportStaffFactorLost,
} from './staff-factor.contract.ts';

const passkeysOnly = { ATRIO_DEMO: 'off', ATRIO_STAFF_FACTORS: 'passkey' };
const codesToo = { ATRIO_DEMO: 'off', ATRIO_STAFF_FACTORS: 'passkey-or-code' };
const needed = { status: 403, code: 'identity.staff-passkey-needed' };

/** The operator decides anew, as with a restart. */
function switchTo(world: World, staffFactors: 'passkey' | 'passkey-or-code'): void {
  Object.assign(world.app.settings, { staffFactors });
}

/** Somebody who set up a code app while that was enough. */
async function withCodeApp(
  world: World,
): Promise<Beginner & { next: () => string; codes: readonly string[] }> {
  const nora = await newColleague(world);
  const body = { label: 'Phone', code: nora.code };
  const { factorId, key } = await nora.browser.call(beginStaffTotp, { body });
  const code = codeAt(key, world.clock.now());
  const added = await nora.browser.call(confirmStaffTotp, { body: { factorId, code } });
  const next = () => {
    wait(world, 30);
    return codeAt(key, world.clock.now());
  };
  return { ...nora, next, codes: added.emergencyCodes ?? [] };
}

const totp = (code: string) => ({ body: { method: 'totp', code } as const });

async function atSecondStep(world: World, { body }: Beginner): Promise<Client> {
  const browser = world.browser();
  expect(await browser.call(staffSignIn, { body })).toMatchObject({ outcome: 'factor-needed' });
  return browser;
}

test('[settled 14] [A6.3.3] a passkey is all that staff sign in with; nothing else is offered or added', async () => {
  const world = await given({ settings: passkeysOnly });
  const nora = await newColleague(world);
  const { browser, code } = nora;
  expect(await browser.call(listStaffFactors)).toMatchObject({ kinds: ['passkey'] });
  await expect(
    browser.call(beginStaffTotp, { body: { label: 'Phone', code } }),
  ).rejects.toMatchObject(needed);
  await expect(browser.call(listWorkItems)).rejects.toMatchObject(needed);
  expect(await browser.call(staffSession)).toMatchObject({ missing: 'passkey' });
  const passkey = await addStaffPasskey(world, browser, { code });
  await browser.call(listWorkItems);
  expect(await browser.call(staffSession)).toMatchObject({ missing: null });
  expect(await browser.call(listStaffFactors)).toMatchObject({ emergency: null });
  await expect(browser.call(renewStaffEmergencyCodes)).rejects.toMatchObject(needed);

  const alone = world.browser();
  expect((await enterAsStaff(alone, passkey)).statusCode).toBe(200);
  await alone.call(listWorkItems);
  const after = await atSecondStep(world, nora);
  expect((await after.call(readAttempt)).attempt).toEqual({ door: 'staff', methods: ['passkey'] });
  const { options } = await after.call(askFactor, { body: { method: 'passkey' } });
  expect(options).toMatchObject({ userVerification: 'required' });
  const response = passkey.get(options ?? {});
  await after.call(proveFactor, { body: { method: 'passkey', response } });
  await after.call(listWorkItems);
});

test('[MF-15] [AT-19] a passkey that only knows of a touch proves nothing of staff', async () => {
  const world = await given({ settings: passkeysOnly });
  const nora = await newColleague(world);
  const passkey = await addStaffPasskey(world, nora.browser, { code: nora.code });
  const touch = { isTouchOnly: true };
  expect((await enterAsStaff(world.browser(), passkey, touch)).json()).toMatchObject({
    code: 'identity.sign-in-refused',
  });
  const after = await atSecondStep(world, nora);
  const { options } = await after.call(askFactor, { body: { method: 'passkey' } });
  const response = passkey.get(options ?? {}, touch);
  const answer = await after.send(proveFactor, { body: { method: 'passkey', response } });
  expect(answer.json()).toMatchObject({ code: 'identity.factor-wrong' });
  await expect(after.call(staffSession)).rejects.toMatchObject({ status: 401 });

  const asked = await nora.browser.call(askStaffStepUp, { body: { method: 'passkey' } });
  const factor = { method: 'passkey', response: passkey.get(asked.options ?? {}, touch) } as const;
  const { password } = nora.body;
  const stepped = await nora.browser.send(staffStepUp, { body: { password, factor } });
  expect(stepped.json()).toMatchObject({ code: 'identity.proof-incomplete' });
});

test('[MF-17] [SU-03] who has only a code app is asked for it, and led to a passkey; nothing else opens', async () => {
  const world = await given({ settings: codesToo });
  const nora = await withCodeApp(world);
  await nora.browser.call(listWorkItems);
  switchTo(world, 'passkey');
  // at once, in the session that is open
  await expect(nora.browser.call(listWorkItems)).rejects.toMatchObject(needed);
  // the password alone would be less than before
  const fresh = await atSecondStep(world, nora);
  await expect(fresh.call(staffSession)).rejects.toMatchObject({ status: 401 });
  await fresh.call(proveFactor, totp(nora.next()));
  await expect(fresh.call(listWorkItems)).rejects.toMatchObject(needed);
  const { factors } = await fresh.call(listStaffFactors);
  expect(factors).toMatchObject([{ type: 'totp', counts: false, held: null }]);

  const passkey = await addStaffPasskey(world, fresh);
  await fresh.call(listWorkItems);
  // the other session, which proved no more than a code, ends
  await expect(nora.browser.call(staffSession)).rejects.toMatchObject({ status: 401 });
  // and from now on the code opens nothing
  const again = await atSecondStep(world, nora);
  expect((await again.call(readAttempt)).attempt?.methods).toEqual(['passkey']);
  const refused = await again.send(proveFactor, totp(nora.next()));
  expect(refused.json()).toMatchObject({ code: 'identity.factor-wrong' });
  const sheet = { method: 'emergency', code: nora.codes[0] ?? '' } as const;
  expect((await again.send(proveFactor, { body: sheet })).json()).toMatchObject({
    code: 'identity.factor-wrong',
  });
  expect((await enterAsStaff(world.browser(), passkey)).statusCode).toBe(200);
});

test('the last passkey stays, whatever stands beside it', async () => {
  const world = await given({ settings: codesToo });
  const nora = await withCodeApp(world);
  switchTo(world, 'passkey');
  const fresh = await atSecondStep(world, nora);
  await fresh.call(proveFactor, totp(nora.next()));
  const passkey = await addStaffPasskey(world, fresh);
  const { factors } = await fresh.call(listStaffFactors);
  expect(factors.map(({ type, held }) => [type, held])).toEqual([
    ['totp', null],
    ['passkey', 'demanded'],
  ]);
  const critical = { action: 'removeStaffFactor', object: passkey.factorId };
  const ways = await fresh.call(readStaffStepUp, { query: critical });
  expect(ways).toEqual({ ways: [{ factor: 'passkey', password: false }] });
  const body = { method: 'passkey', critical } as const;
  const { options } = await fresh.call(askStaffStepUp, { body });
  const factor = { method: 'passkey', response: passkey.get(options ?? {}) } as const;
  await fresh.call(staffStepUp, { body: { factor, critical } });
  const { password } = nora.body;
  const removal = { params: { factorId: passkey.factorId }, body: { password } };
  await expect(fresh.call(removeStaffFactor, removal)).rejects.toMatchObject({
    code: 'identity.factor-demanded',
  });
});

test('[MF-13] a lost passkey is replaced by no code: the password opens nothing, and says why', async () => {
  const world = await given({ settings: passkeysOnly });
  const nora = await newColleague(world);
  const { factorId } = await addStaffPasskey(world, nora.browser, { code: nora.code });
  const { password } = nora.body;
  await nora.browser.call(reportStaffFactorLost, { params: { factorId }, body: { password } });
  const after = await atSecondStep(world, nora);
  expect((await after.call(readAttempt)).attempt?.methods).toEqual([]);
  await expect(after.call(staffSession)).rejects.toMatchObject({ status: 401 });
});

test('[MF-08] a text on a staff account is neither kept, offered, sent nor taken', async () => {
  const world = await given({ settings: codesToo });
  const nora = await withCodeApp(world);
  await expect(
    world.query(`update identity.factor set type = 'sms' where type = 'totp'`),
  ).rejects.toThrow('factor_sms_is_of_users');
  const after = await atSecondStep(world, nora);
  expect((await after.call(readAttempt)).attempt?.methods).toEqual(['totp', 'emergency']);
  expect(await after.call(askFactor, { body: { method: 'sms' } })).toEqual({ options: null });
  expect(await world.query('select 1 from messages.sms')).toEqual([]);
  const code = { body: { method: 'sms', code: '123456' } as const };
  expect((await after.send(proveFactor, code)).json()).toMatchObject({
    code: 'identity.factor-wrong',
  });
});

test('a demo that demands nothing lets its visitors look around, and takes what they add', async () => {
  const world = await given();
  const { browser } = await newColleague(world);
  await browser.call(listWorkItems);
  const { answer } = await tryStaffPasskey(world, browser);
  expect(answer.statusCode).toBe(200);
  await browser.call(listWorkItems);
});
