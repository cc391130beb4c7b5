import { expect, test } from 'vitest';
import { listMyActivity } from '#modules/activity/log/activity.contract.ts';
import { listMyMessages } from '#modules/messages/outbox/message.contract.ts';
import { addCodeApp, addNumber, atSecondStep, wait, wrongCode } from '#test/factors.ts';
import { ada, arrive, grace } from '#test/people.ts';
import { proveFor } from '#test/proof.ts';
import { beginRecovery, mailedCode, second, setRecovery } from '#test/recovery.ts';
import { given } from '#test/world.ts';
import { readCheckUp } from '../../check-up/check-up.contract.ts';
import { proveFactor } from '../../sign-in/second-factor.contract.ts';
import {
  beginRecoveryAddress,
  confirmRecoveryAddress,
  readRecoveryAddress,
  removeRecoveryAddress,
  resendRecoveryCode,
} from './recovery-address.contract.ts';
import {
  confirmPending,
  sweepRecoveryAddresses,
  tryRecoveryCode,
  type PendingAddress,
} from './recovery-address.store.ts';

const third = 'ada@third.example';
const codeWrong = { code: 'identity.recovery-code-wrong', status: 403 };

test('[R79] [R80] a recovery address is set with the code that it gets, and changed the same way', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  expect(await browser.call(readRecoveryAddress)).toEqual({
    present: null,
    pending: null,
    former: [],
  });
  await beginRecovery(browser);
  expect(await browser.call(readRecoveryAddress)).toMatchObject({
    present: null,
    pending: { address: second, expiresAt: '2026-03-31T12:15:00.000Z' },
  });
  await browser.call(confirmRecoveryAddress, {
    body: { code: await mailedCode(world, second) },
  });
  expect(await browser.call(readRecoveryAddress)).toMatchObject({
    present: { address: second, countsFrom: '2026-04-07T12:00:00.000Z', isCounting: false },
    pending: null,
  });
  wait(world, 60);
  await setRecovery(world, browser, third);
  expect(await browser.call(readRecoveryAddress)).toMatchObject({
    present: { address: third },
    former: [{ address: second, toldUntil: '2026-04-30T12:01:00.000Z' }],
  });
});

test('[SU-01] [SU-06] to begin and to remove want a proof made for it, which opens it once', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const body = { address: second };
  const needed = { code: 'identity.step-up-needed' };
  await expect(browser.call(beginRecoveryAddress, { body })).rejects.toMatchObject(needed);
  await proveFor(browser, removeRecoveryAddress, '');
  await expect(browser.call(beginRecoveryAddress, { body })).rejects.toMatchObject(needed);
  await setRecovery(world, browser);
  await expect(browser.call(beginRecoveryAddress, { body })).rejects.toMatchObject(needed);
  await expect(browser.call(removeRecoveryAddress)).rejects.toMatchObject(needed);
  await proveFor(browser, removeRecoveryAddress, '');
  await browser.call(removeRecoveryAddress);
  expect((await browser.call(readRecoveryAddress)).present).toBeNull();
  await proveFor(browser, removeRecoveryAddress, '');
  await expect(browser.call(removeRecoveryAddress)).rejects.toMatchObject({
    code: 'identity.recovery-unknown',
  });
});

test('[SU-01] the code confirms nothing when the proof is ten minutes old', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  await beginRecovery(browser);
  const code = await mailedCode(world, second);
  wait(world, 600);
  await expect(browser.call(confirmRecoveryAddress, { body: { code } })).rejects.toMatchObject({
    code: 'identity.step-up-needed',
  });
});

test('[SU-02] a text and an emergency code set no recovery address', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const { codes } = await addNumber(world, browser);
  expect(
    (await browser.send(beginRecoveryAddress, { body: { address: second } })).json(),
  ).toMatchObject({ code: 'identity.stronger-needed' });
  await addCodeApp(world, browser);
  const there = await atSecondStep(world);
  await there.call(proveFactor, { body: { method: 'emergency', code: codes[0] ?? '' } });
  const restricted = await there.send(beginRecoveryAddress, { body: { address: second } });
  expect(restricted.json()).toMatchObject({ code: 'identity.session-restricted' });
});

test('[D12] the login address is none, however it is spelled, and the proof is not lost', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  await proveFor(browser, beginRecoveryAddress, '');
  for (const address of [ada.address, ' ADA@Example.com ', 'ada@EXAMPLE.com', 'ａda@example.com']) {
    const answer = await browser.send(beginRecoveryAddress, { body: { address } });
    expect(answer.json(), address).toMatchObject({ code: 'identity.recovery-is-login' });
  }
  await browser.call(beginRecoveryAddress, { body: { address: second } });
});

test('[D12] an address that became the login address meanwhile is not confirmed', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  await beginRecovery(browser);
  const code = await mailedCode(world, second);
  await world.query('update identity.user set address = $1, address_key = $1', [second]);
  await expect(browser.call(confirmRecoveryAddress, { body: { code } })).rejects.toMatchObject({
    code: 'identity.recovery-is-login',
  });
});

test('[LK-10] whether the address has an account of its own, nobody is told', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  await arrive(world, grace);
  await proveFor(browser, beginRecoveryAddress, '');
  const known = await browser.send(beginRecoveryAddress, { body: { address: grace.address } });
  await proveFor(browser, beginRecoveryAddress, '');
  const unknown = await browser.send(beginRecoveryAddress, { body: { address: second } });
  expect(known.statusCode).toBe(200);
  expect(unknown.statusCode).toBe(200);
  expect({ ...known.json<object>(), address: '' }).toEqual({
    ...unknown.json<object>(),
    address: '',
  });
  const [first, other] = [(await world.mails(grace.address))[0], (await world.mails(second))[0]];
  expect(first?.body.text.replace(/\d{6}|Code of.*/g, '')).toBe(
    other?.body.text.replace(/\d{6}|Code of.*/g, ''),
  );
});

test('a code is in that mailbox only: it names nobody, and stands in no list and no log', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  await beginRecovery(browser);
  const code = await mailedCode(world, second);
  const [mail] = await world.mails(second);
  expect(JSON.stringify(mail)).not.toMatch(/Ada|Lovelace|ada@example/);
  expect(mail?.subject).not.toContain(code);
  const { rows } = await browser.call(listMyMessages, { query: {} });
  expect(rows.map(({ letter }) => letter)).not.toContain('identity.recovery-code');
  const [row] = await world.query<{ row: string }>(
    'select r::text as row from identity.recovery_address r',
  );
  expect(row?.row).not.toContain(code);
  expect(row?.row).not.toContain('elsewhere.example');
});

test('a code works once, for a quarter of an hour, and until another one is sent', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  await beginRecovery(browser);
  const first = await mailedCode(world, second);
  wait(world, 1);
  await browser.call(resendRecoveryCode);
  const newer = await mailedCode(world, second);
  const confirm = (code: string) => browser.call(confirmRecoveryAddress, { body: { code } });
  await expect(confirm(first === newer ? wrongCode(newer) : first)).rejects.toMatchObject(
    codeWrong,
  );
  await confirm(`${newer.slice(0, 3)} ${newer.slice(3)}`);
  await expect(confirm(newer)).rejects.toMatchObject(codeWrong);

  await beginRecovery(browser, third);
  const late = await mailedCode(world, third);
  wait(world, 15 * 60);
  await proveFor(browser, removeRecoveryAddress, '');
  await expect(confirm(late)).rejects.toMatchObject(codeWrong);
});

test('the code of one address confirms no other', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  await beginRecovery(browser);
  const code = await mailedCode(world, second);
  await beginRecovery(browser, third);
  // one in a million is the same by chance: then another stands for it
  const other = await mailedCode(world, third);
  const tried = code === other ? wrongCode(other) : code;
  await expect(
    browser.call(confirmRecoveryAddress, { body: { code: tried } }),
  ).rejects.toMatchObject(codeWrong);
  expect((await browser.call(readRecoveryAddress)).present).toBeNull();
});

test('[LK-06] five wrong codes are the last, and another code begins nothing anew', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  await beginRecovery(browser);
  const code = await mailedCode(world, second);
  for (let tries = 0; tries < 5; tries++) {
    await browser.send(confirmRecoveryAddress, { body: { code: wrongCode(code) } });
  }
  await expect(browser.call(confirmRecoveryAddress, { body: { code } })).rejects.toMatchObject(
    codeWrong,
  );
  wait(world, 1);
  await browser.call(resendRecoveryCode);
  const newer = await mailedCode(world, second);
  await expect(
    browser.call(confirmRecoveryAddress, { body: { code: newer } }),
  ).rejects.toMatchObject(codeWrong);
});

test('[LK-06] twenty tries a day, however many codes were asked for', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const statuses: number[] = [];
  for (const address of [
    'a@x.example',
    'b@x.example',
    'c@x.example',
    'd@x.example',
    'e@x.example',
  ]) {
    await beginRecovery(browser, address);
    for (let tries = 0; tries < 5; tries++) {
      const answer = await browser.send(confirmRecoveryAddress, { body: { code: 'nothing' } });
      statuses.push(answer.statusCode);
    }
  }
  expect(statuses).toEqual([...Array(20).fill(403), ...Array(5).fill(429)]);
});

test('[LK-14] codes are bounded, for one person and for one mailbox, whoever asks', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const { browser: hers } = await arrive(world, grace);
  for (let codes = 0; codes < 3; codes++) await beginRecovery(browser, third);
  for (let codes = 0; codes < 2; codes++) await beginRecovery(hers, third);
  await proveFor(hers, beginRecoveryAddress, '');
  const full = await hers.send(beginRecoveryAddress, { body: { address: third.toUpperCase() } });
  expect(full.statusCode).toBe(429);
  for (let codes = 0; codes < 2; codes++) await beginRecovery(browser);
  await proveFor(browser, beginRecoveryAddress, '');
  const often = await browser.send(beginRecoveryAddress, { body: { address: 'more@x.example' } });
  expect(often.statusCode).toBe(429);
  expect(await world.mails(third)).toHaveLength(5);
});

test('two confirmations at the same time: one of them is', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  await beginRecovery(browser);
  const code = await mailedCode(world, second);
  const both = await Promise.allSettled(
    [1, 2].map(() => browser.call(confirmRecoveryAddress, { body: { code } })),
  );
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  const told = (await world.mails(ada.address)).filter(({ letter }) => letter.endsWith('-changed'));
  expect(told).toHaveLength(1);
});

test('what was compared is confirmed, and nothing that took its place meanwhile', async () => {
  const world = await given();
  const { browser, userId } = await arrive(world, ada);
  const now = world.clock.now();
  const tried = () => world.within((tx) => tryRecoveryCode(tx, userId, now));
  const confirm = (pending: PendingAddress) =>
    world.within((tx) => confirmPending(tx, { ...pending, userId }, now));

  await beginRecovery(browser);
  const first = (await tried())!;
  await browser.call(resendRecoveryCode);
  expect(await confirm(first), 'another code was sent').toBe(false);
  const newer = (await tried())!;
  await beginRecovery(browser, third);
  expect(await confirm(newer), 'another address was begun').toBe(false);
  const last = (await tried())!;
  expect(await confirm(last)).toBe(true);
  expect(await confirm(last)).toBe(false);
});

test('confirmed and replaced at the same time: never the one with the code of the other', async () => {
  for (let round = 0; round < 5; round++) {
    const world = await given();
    const { browser } = await arrive(world, ada);
    await beginRecovery(browser);
    const code = await mailedCode(world, second);
    await proveFor(browser, beginRecoveryAddress, '');
    const [confirmed] = await Promise.allSettled([
      browser.call(confirmRecoveryAddress, { body: { code } }),
      browser.call(beginRecoveryAddress, { body: { address: third } }),
    ]);
    const { present, pending } = await browser.call(readRecoveryAddress);
    expect(present?.address).toBe(confirmed.status === 'fulfilled' ? second : undefined);
    expect(pending?.address).toBe(third);
  }
});

test('the log tells what became of it, and the check-up wants one', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const wants = async () =>
    (await browser.call(readCheckUp)).findings.some(({ kind }) => kind === 'no-recovery-address');
  expect(await wants()).toBe(true);
  await setRecovery(world, browser);
  expect(await wants()).toBe(false);
  await setRecovery(world, browser, third);
  await proveFor(browser, removeRecoveryAddress, '');
  await browser.call(removeRecoveryAddress);
  expect(await wants()).toBe(true);
  const { rows } = await browser.call(listMyActivity, { query: {} });
  const actions = rows.map(({ action }) => action).filter((one) => one.includes('recovery'));
  expect(actions.toReversed()).toEqual([
    'identity.recovery-address-asked',
    'identity.recovery-address-set',
    'identity.recovery-address-asked',
    'identity.recovery-address-replaced',
    'identity.recovery-address-removed',
  ]);
});

test('what nobody confirmed and what is told nothing any more is forgotten', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  await setRecovery(world, browser);
  await setRecovery(world, browser, third);
  await beginRecovery(browser, 'never@x.example');
  const left = async () => {
    await world.within((tx) => sweepRecoveryAddresses(tx, world.clock.now()));
    const rows = await world.query<{ state: string }>(
      'select state from identity.recovery_address order by state',
    );
    return rows.map(({ state }) => state);
  };
  expect(await left()).toEqual(['confirmed', 'former', 'pending']);
  wait(world, 15 * 60);
  expect(await left()).toEqual(['confirmed', 'former']);
  wait(world, 30 * 24 * 3600);
  expect(await left()).toEqual(['confirmed']);
});
