import { expect, test } from 'vitest';
import { newId } from '#kernel/new-id.ts';
import { addNumber, askText, atSecondStep, textedCode, wait } from '#test/factors.ts';
import { ada, arrive, grace, hire } from '#test/people.ts';
import { given, type World } from '#test/world.ts';
import { askFactor, proveFactor } from '../../../sign-in/second-factor.contract.ts';
import { beginSms, confirmSms, readSms } from '../sms.contract.ts';
import { insertSend } from './send.store.ts';
import { allowTexts, readTextTraffic } from './traffic.contract.ts';
import { watchTexts } from './watch-texts.ts';

const ask = { body: { method: 'sms' } } as const;
const swiss = { body: { number: '079 123 45 67' } };

/** Codes that went to numbers of a block; the first of them came back. */
async function codesTo(world: World, { block, sends, back = 0, country = 'CH' }: Codes) {
  const now = world.clock.now();
  const expiresAt = new Date(now.getTime() + 300_000);
  for (let sent = 0; sent < sends; sent++) {
    const send = { sendId: newId('snd', now), country, block, expiresAt };
    await world.within((tx) => insertSend(tx, send, now));
  }
  await world.query(
    `update identity.sms_send set verified_at = sent_at where id in
      (select id from identity.sms_send where block = $1 order by id limit $2)`,
    [block, back],
  );
}
type Codes = { block: string; sends: number; back?: number; country?: string };

const watch = (world: World) => world.within((tx) => watchTexts(tx, world.clock.now()));
const stops = (world: World) =>
  world.query<{ place: string }>(
    'select place from identity.sms_stop where lifted_at is null order by place',
  );

test('[LK-14] a block whose codes never come back gets no more, and administrators are told once', async () => {
  const world = await given();
  const admin = await hire(world, 'administrator');
  const support = await hire(world, 'support');
  const { browser } = await arrive(world, ada);
  await codesTo(world, { block: '+4179123', sends: 10, back: 2 });
  await world.runJobs({ scheduled: true });
  expect(await stops(world), 'none has had its time').toEqual([]);
  wait(world, 300);
  await world.runJobs({ scheduled: true });
  await world.runJobs({ scheduled: true });
  expect(await stops(world)).toEqual([{ place: '+4179123' }]);

  const refused = await browser.send(beginSms, swiss);
  expect(refused.statusCode).toBe(409);
  expect(refused.json()).toMatchObject({
    code: 'identity.sms-stopped',
    facts: { countries: ['CH'] },
  });
  expect(await world.query('select 1 from messages.sms')).toEqual([]);
  await browser.call(beginSms, { body: { number: '+41 78 123 45 67' } });

  const mails = await world.mails('administrator@provider.example');
  const told = mails.filter(({ letter }) => letter === 'identity.texts-stopped');
  expect(told).toHaveLength(1);
  expect(told[0]?.subject).toBe('We stopped texts to +4179123 … (Switzerland)');
  const others = (await world.mails('support@provider.example')).map(({ letter }) => letter);
  expect(others).not.toContain('identity.texts-stopped');
  const written = await world.query<{ action: string }>(
    "select action from activity.entry where action like 'identity.texts-%'",
  );
  expect(written).toEqual([{ action: 'identity.texts-stopped' }]);
  for (const { browser: at } of [admin, support]) {
    expect(await at.call(readTextTraffic)).toMatchObject({
      stops: [{ place: '+4179123', country: 'CH', sends: 10, verified: 2 }],
    });
  }
});

test('[LK-14] a country is stopped as well, whatever the numbers; another one is not', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  await addNumber(world, browser);
  for (const block of ['+4178100', '+4178101', '+4178102', '+4178103']) {
    await codesTo(world, { block, sends: 9, back: 2 });
  }
  wait(world, 300);
  await watch(world);
  // 9 of 37 came back, one of them Ada’s; no block has ten
  expect(await stops(world)).toEqual([{ place: 'CH' }]);
  const there = await atSecondStep(world);
  expect((await there.send(askFactor, ask)).json()).toMatchObject({ code: 'identity.sms-stopped' });
  expect((await browser.call(readSms)).present).toMatchObject({ isUsable: false, isStopped: true });
  const { browser: graces } = await arrive(world, grace);
  await graces.call(beginSms, { body: { number: '+49 1512 3456789' } });
});

test('[LK-14] codes that come back count, at enrolment and at sign-in', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  await addNumber(world, browser);
  const there = await atSecondStep(world);
  const code = await askText(world, there);
  await there.call(proveFactor, { body: { method: 'sms', code } });
  await (await atSecondStep(world)).call(askFactor, ask);
  wait(world, 300);
  const sam = await hire(world, 'support');
  const { countries } = await sam.browser.call(readTextTraffic);
  expect(countries[0]).toMatchObject({ country: 'CH', sends: 3, verified: 2, isStopped: false });
  expect(countries[0]?.codes).toMatchObject({ texts: 3, spent: { minor: '24', currency: 'CHF' } });
});

test('[LK-14] what was sent long ago stops nobody', async () => {
  const world = await given();
  await codesTo(world, { block: '+4179123', sends: 20 });
  wait(world, 6 * 60 * 60);
  await watch(world);
  expect(await stops(world)).toEqual([]);
});

test('[LK-14] two that look at once stop a place and tell it one time', async () => {
  const world = await given();
  await hire(world, 'administrator');
  await codesTo(world, { block: '+4179123', sends: 10 });
  wait(world, 300);
  await Promise.all([watch(world), watch(world), watch(world)]);
  expect(await stops(world)).toHaveLength(1);
  const mails = await world.mails('administrator@provider.example');
  expect(mails.filter(({ letter }) => letter === 'identity.texts-stopped')).toHaveLength(1);
});

test('[LK-14] an administrator lifts a stop with a reason, once; old codes do not count again', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const admin = await hire(world, 'administrator');
  const support = await hire(world, 'support');
  await codesTo(world, { block: '+4179123', sends: 10 });
  wait(world, 300);
  await watch(world);
  const [stop] = (await admin.browser.call(readTextTraffic)).stops;
  const params = { stopId: stop!.stopId };
  const lift = { params, body: { reason: 'A campaign of ours' } };
  expect((await support.browser.send(allowTexts, lift)).statusCode).toBe(403);
  expect((await admin.browser.send(allowTexts, { params, body: { reason: ' ' } })).statusCode).toBe(
    422,
  );
  const done = await Promise.allSettled([1, 2, 3].map(() => admin.browser.call(allowTexts, lift)));
  expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect((await admin.browser.send(allowTexts, lift)).json()).toMatchObject({
    code: 'identity.text-stop-unknown',
  });
  await watch(world);
  await browser.call(beginSms, swiss);
  const [entry] = await world.query<{ body: string }>(
    "select body from activity.entry where action = 'identity.texts-allowed'",
  );
  expect(JSON.parse(entry?.body ?? '')).toMatchObject({
    facts: { country: 'CH', reason: 'A campaign of ours' },
  });
  // new codes that do not come back stop it again
  wait(world, 1);
  await codesTo(world, { block: '+4179123', sends: 10 });
  wait(world, 300);
  await watch(world);
  expect(await stops(world)).toEqual([{ place: '+4179123' }]);
});

test('[LK-14] what is kept of sends names nobody, and is forgotten after a week', async () => {
  const world = await given();
  const { browser, userId } = await arrive(world, ada);
  const { factorId } = await browser.call(beginSms, swiss);
  await browser.call(confirmSms, { body: { factorId, code: await textedCode(world) } });
  const kept = JSON.stringify(await world.query('select * from identity.sms_send'));
  expect(kept).toContain('+4179123');
  for (const secret of ['1234567', userId.slice(-12), factorId.slice(-12)])
    expect(kept).not.toContain(secret);
  wait(world, 8 * 24 * 60 * 60);
  await world.runJobs({ scheduled: true });
  expect(await world.query('select 1 from identity.sms_send')).toEqual([]);
});
