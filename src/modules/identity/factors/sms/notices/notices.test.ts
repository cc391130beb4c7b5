import { expect, test } from 'vitest';
import { newId } from '#kernel/new-id.ts';
import { readSmsMailbox } from '#modules/messages/sms/read-sms.ts';
import { addCodeApp, addNumber, enterWithCode, wait } from '#test/factors.ts';
import { ada, arrive, hire, linus, password } from '#test/people.ts';
import { proveFor, withApp } from '#test/proof.ts';
import { given, linkIn, type World } from '#test/world.ts';
import { changePassword } from '../../../passwords/password.contract.ts';
import { completeReset, requestReset } from '../../../recovery/reset.contract.ts';
import { removeFactor, renameFactor } from '../../factor.contract.ts';
import { beginSms } from '../sms.contract.ts';
import { insertStop } from '../traffic/stop.store.ts';
import { readTextTraffic } from '../traffic/traffic.contract.ts';
import { sendNotice } from './tell-phone.ts';

/** The notices that were texted, the latest first; they leave by jobs. */
async function notices(world: World) {
  await world.runJobs();
  const texts = await world.within(readSmsMailbox, { readOnly: true });
  return texts.filter(({ body }) => body?.includes('/recover'));
}

/** Ada’s account with a number, and what else there was of it is told. */
async function withNumber(settings = {}) {
  const world = await given({ settings });
  const { browser, userId } = await arrive(world, ada);
  const { factorId } = await addNumber(world, browser);
  return { world, browser, userId, factorId };
}

test('[SU-04] every change of what protects an account is texted to its phone, and mailed', async () => {
  const { world, browser } = await withNumber();
  expect(await notices(world), 'the phone that was just proven knows').toEqual([]);
  const app = await addCodeApp(world, browser);
  const { factorId } = app;
  expect(await notices(world)).toMatchObject([
    {
      to: '+41791234567',
      body: 'Atrio: the way you sign in was changed. If it was not you, set a new password: http://localhost:3000/recover',
    },
  ]);
  const params = { factorId };
  await browser.call(renameFactor, { params, body: { label: 'Old phone' } });
  await proveFor(browser, removeFactor, factorId, withApp(app));
  await browser.call(removeFactor, { params, body: { password } });
  expect(await notices(world)).toHaveLength(3);
  await browser.call(changePassword, {
    body: { current: password, next: 'another walk by the other lake' },
  });
  expect(await notices(world)).toHaveLength(4);
  const letters = (await world.mails(ada.address)).map(({ letter }) => letter);
  expect(letters.filter((one) => one === 'identity.factor-changed')).toHaveLength(4);
  expect(letters).toContain('identity.password-changed');
});

test('[SU-04] a number that is removed or replaced is told, the new one is not', async () => {
  const { world, browser } = await withNumber();
  const { factorId } = await addNumber(world, browser, '+49 1512 3456789');
  expect((await notices(world)).map(({ to }) => to)).toEqual(['+41791234567']);
  const app = await addCodeApp(world, browser);
  await proveFor(browser, removeFactor, factorId, withApp(app));
  await browser.call(removeFactor, { params: { factorId }, body: { password } });
  expect((await notices(world)).map(({ to }) => to)).toEqual([
    '+4915123456789',
    '+4915123456789',
    '+41791234567',
  ]);
});

test('[SU-04] [RC-01] a password that was set by mail is told to the phone, in its owner’s language', async () => {
  const world = await given({ settings: { ATRIO_SMS_COUNTRIES: 'ES' } });
  const { browser } = await arrive(world, linus);
  await addNumber(world, browser, '+34 612 34 56 78');
  const visitor = world.browser();
  await visitor.call(requestReset, { body: { address: linus.address } });
  const mails = await world.mails(linus.address);
  const mail = mails.find(({ letter }) => letter === 'identity.reset-link');
  const token = linkIn(mail).hash.slice(1);
  const body = { token, password: 'a brand new sentence of words' };
  await visitor.call(completeReset, { body });
  const [notice] = await notices(world);
  expect(notice).toMatchObject({ to: '+34612345678' });
  expect(notice?.body).toContain('ha cambiado la forma de entrar');
});

test('[SU-04] notices are bounded for a person, and paid from a pot of their own', async () => {
  const { world, browser } = await withNumber();
  const { factorId } = await addCodeApp(world, browser);
  for (const label of ['1', '2', '3', '4', '5', '6']) {
    await browser.call(renameFactor, { params: { factorId }, body: { label } });
  }
  expect(await notices(world)).toHaveLength(5);
  const { browser: staff } = await hire(world, 'support');
  expect(await staff.call(readTextTraffic)).toMatchObject({
    codes: { texts: 1, spent: { minor: '8' } },
    notices: { texts: 5, spent: { minor: '40' }, most: { minor: '2000' } },
  });
});

test('[SU-04] codes that used their budget up leave notices theirs, and the other way round', async () => {
  const { world, browser } = await withNumber({ ATRIO_SMS_COUNTRIES: 'CH=10/50' });
  const begin = (number: string) => browser.send(beginSms, { body: { number } });
  for (let code = 1; code < 4; code++) await begin(`+41 78 ${200 + code} 45 67`);
  await addCodeApp(world, browser);
  await addCodeApp(world, browser, 'Tablet');
  expect(await notices(world), 'a fifth of the cap is one notice').toHaveLength(1);
  expect((await begin('+41 78 300 45 67')).statusCode).toBe(200);
  expect((await begin('+41 78 301 45 67')).json()).toMatchObject({ code: 'identity.sms-spent' });
  expect(await notices(world)).toHaveLength(1);
});

test('[SU-04] changes made while the pot is empty use up no notices of later ones', async () => {
  const { world, browser } = await withNumber({ ATRIO_SMS_COUNTRIES: 'CH=10/50' });
  const app = await addCodeApp(world, browser);
  const { factorId } = app;
  expect(await notices(world)).toHaveLength(1);
  const rename = (label: string) =>
    browser.call(renameFactor, { params: { factorId }, body: { label } });
  for (const label of ['One', 'Two', 'Three', 'Four', 'Five']) await rename(label);
  expect(await notices(world)).toHaveLength(1);
  // past midnight in Zurich, where the pots are filled, and not yet past that of the clock
  wait(world, 10 * 60 * 60 + 1);
  await enterWithCode(world, app, browser);
  await rename('Six');
  expect(await notices(world)).toHaveLength(2);
});

test('[SU-04] a day of codes that is used up keeps no notice back', async () => {
  const { world, browser } = await withNumber({ ATRIO_SMS_COUNTRIES: 'CH=10/50' });
  for (let code = 1; code < 5; code++) {
    await browser.call(beginSms, { body: { number: `+41 78 ${200 + code} 45 67` } });
  }
  await addCodeApp(world, browser);
  expect(await notices(world)).toHaveLength(1);
});

test('[SU-04] a place that is stopped gets no notices; the change is made and mailed all the same', async () => {
  const { world, browser } = await withNumber();
  const now = world.clock.now();
  const stop = { stopId: newId('stp', now), place: 'CH', country: 'CH', sends: 30, verified: 0 };
  await world.within((tx) => insertStop(tx, stop, now));
  await addCodeApp(world, browser);
  expect(await notices(world)).toEqual([]);
  const said = (await world.mails(ada.address)).map(({ body }) => body.text).join();
  expect(said).toContain('Code app: Phone');
});

test('[SU-04] a job that runs twice texts once; neither it nor the text says what must not be read', async () => {
  const { world, browser, userId } = await withNumber();
  await addCodeApp(world, browser, 'Secret label');
  const [job] = await world.query<{ data: Parameters<typeof sendNotice>[1] }>(
    "select data from pgboss.job where name = 'identity.tell-phone'",
  );
  expect(job?.data.userId).toBe(userId);
  expect(JSON.stringify(job)).not.toContain('1234567');
  const send = () => world.within((tx) => sendNotice(tx, job!.data, world.clock.now()));
  await Promise.all([send(), send(), send()]);
  const sent = await notices(world);
  expect(sent).toHaveLength(1);
  expect(sent[0]?.body).not.toMatch(/Secret label|Ada|ada@|#\d{6}/);
});

test('[SU-04] who has no number, and where none are texted, gets mail only', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  await addCodeApp(world, browser);
  expect(await notices(world)).toEqual([]);
  const { world: silent, browser: hers } = await withNumber();
  Object.assign(silent.app.settings, { demo: false });
  await addCodeApp(silent, hers);
  Object.assign(silent.app.settings, { demo: true });
  expect(await notices(silent)).toEqual([]);
});
