import { expect, test } from 'vitest';
import {
  addCodeApp,
  addNumber,
  addPasskey,
  askText,
  atSecondStep,
  textedCode,
  wait,
  wrongCode,
} from '#test/factors.ts';
import { ada, arrive, grace, hire, password } from '#test/people.ts';
import { proveFor, withApp } from '#test/proof.ts';
import { given } from '#test/world.ts';
import type { Sent } from '#kernel/contract.ts';
import { readSettings } from '#platform/settings.ts';
import { addMember } from '#modules/organizations/index.ts';
import { readPolicy, savePolicy } from '#modules/organizations/policies/policy.contract.ts';
import { listMyActivity } from '#modules/activity/log/activity.contract.ts';
import { listSessions } from '../../sessions/session.contract.ts';
import { signIn, stepUp } from '../../sign-in/sign-in.contract.ts';
import { askFactor, proveFactor } from '../../sign-in/second-factor.contract.ts';
import { beginTotp, listFactors, removeFactor } from '../factor.contract.ts';
import { beginSms, confirmSms, readSms } from './sms.contract.ts';

const sms = (code: string) => ({ body: { method: 'sms', code } as const });
const ask = { body: { method: 'sms' } as const };
const swiss = { body: { number: '079 123 45 67' } };

test('[D9] [R62] with codes by text the password is not enough, and the code is', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const added = await addNumber(world, browser, '079 123 45 67');
  expect(added.codes).toHaveLength(10);
  expect((await browser.call(listFactors)).factors).toMatchObject([
    { type: 'sms', label: '•• 67' },
  ]);
  const other = world.browser();
  const answer = await other.call(signIn, { body: { address: ada.address, password } });
  expect(answer).toEqual({ outcome: 'factor-needed', methods: ['sms', 'emergency'] });
  expect((await other.call(askFactor, ask)).options).toMatchObject({ number: '•• 67' });
  await other.call(proveFactor, sms(await textedCode(world)));
  const { sessions } = await other.call(listSessions);
  expect(sessions.find(({ current }) => current)?.methods).toEqual(['password', 'sms']);
  const [mail] = (await world.mails(ada.address)).filter(
    ({ letter }) => letter === 'identity.factor-changed',
  );
  expect(mail?.body.text).toContain('Codes by text message: •• 67');
  const { rows } = await other.call(listMyActivity);
  expect(rows.map(({ action }) => action)).toContain('identity.code-texted');
});

test('[MF-08] a number is proven by its code before it is anything', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const { factorId } = await browser.call(beginSms, swiss);
  const code = await textedCode(world);
  const wrong = { body: { factorId, code: wrongCode(code) } };
  expect((await browser.send(confirmSms, wrong)).json()).toMatchObject({
    code: 'identity.sms-code-wrong',
  });
  expect((await browser.call(listFactors)).factors).toEqual([]);
  const there = await world.browser().call(signIn, { body: { address: ada.address, password } });
  expect(there).toMatchObject({ outcome: 'signed-in' });
  await browser.call(confirmSms, { body: { factorId, code } });
  expect((await browser.call(listFactors)).factors).toHaveLength(1);
});

test.for([
  ['Spain', '+34 612 34 56 78'],
  ['Jersey, behind Britain’s calling code', '+44 7797 712345'],
  ['Guadeloupe, outside metropolitan France', '+590 690 00 12 34'],
] as const)('[R57] [R58] [D9] no texts to %s, and the ways that are left', async ([, number]) => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const refused = browser.call(beginSms, { body: { number } });
  await expect(refused).rejects.toMatchObject({
    status: 409,
    code: 'identity.sms-country',
    facts: { countries: ['CH', 'FR', 'BE', 'DE'] },
  });
  expect(await world.query('select 1 from messages.sms')).toEqual([]);
  await browser.call(beginTotp, { body: { label: 'Any OTP app' } });
});

test('[R57] after texts were disabled, the number’s own country decides again', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const { factorId } = await addNumber(world, browser);
  wait(world, 24 * 3600);
  // in a browser known for long, after one last sign-in with a text (R59)
  await atSecondStep(world, { browser });
  await browser.call(proveFactor, sms(await askText(world, browser)));
  const removal = { params: { factorId }, body: { password } };
  await proveFor(browser, removeFactor, factorId);
  await browser.call(removeFactor, removal);
  await browser.call(stepUp, { body: { password } });
  expect((await browser.call(listFactors)).factors).toEqual([]);
  const abroad = await browser.send(beginSms, { body: { number: '+34 612 34 56 78' } });
  expect(abroad.json()).toMatchObject({ code: 'identity.sms-country' });
  await addNumber(world, browser, '+33 6 12 34 56 78');
  expect((await browser.call(readSms)).present).toMatchObject({ number: '•• 78', isUsable: true });
});

test('[R57] [R58] [D9] the country is asked at each send: a list that changes holds at once', async () => {
  const world = await given({ settings: { ATRIO_SMS_COUNTRIES: 'CH,ES' } });
  const { browser } = await arrive(world, ada);
  await addNumber(world, browser, '+34 612 34 56 78');
  const there = await atSecondStep(world);
  await there.call(askFactor, ask);
  // the operator changes the list: a second process on the same database would read the same
  const { smsCountries } = readSettings({ ATRIO_SMS_COUNTRIES: 'CH' });
  Object.assign(world.app.settings, { smsCountries });
  const other = await atSecondStep(world);
  expect((await other.send(askFactor, ask)).json()).toMatchObject({
    code: 'identity.sms-country',
    facts: { countries: ['CH'] },
  });
  expect(await browser.call(readSms)).toEqual({
    isOffered: true,
    countries: ['CH'],
    present: { number: '•• 78', isUsable: false, isStopped: false },
  });
});

test('[D9] [MF-17] where an organization allows no texts, they do not count', async () => {
  const world = await given();
  const { browser, userId } = await arrive(world, ada);
  await addNumber(world, browser);
  // of Grace, who can confirm what she changes
  const { browser: graces, ownId: organizationId, ...by } = await arrive(world, grace);
  await addCodeApp(world, graces);
  const member = { organizationId, userId, role: 'administrator' } as const;
  const doer = { kind: 'user', userId: by.userId, name: by.name } as const;
  await world.within((tx) => addMember(tx, member, doer, world.clock.now()));
  const params = { organizationId };
  const rules = { idleMinutes: null, absoluteHours: null, mayStay: true };
  const secondFactor = { from: '2026-03-31', graceDays: 0 } as const;
  const methods = ['passkey', 'totp', 'sms'] as const;
  const save = (body: Pick<Sent<typeof savePolicy>['body'], 'basedOn' | 'methods'>) =>
    graces.call(savePolicy, { params, body: { ...rules, secondFactor, ...body } });
  await save({ basedOn: 0, methods: [...methods] });
  const other = await atSecondStep(world);
  await other.call(proveFactor, sms(await askText(world, other)));
  expect((await other.send(readPolicy, { params })).statusCode).toBe(200);
  await save({ basedOn: 1, methods: ['passkey', 'totp'] });
  expect((await other.send(readPolicy, { params })).json()).toMatchObject({
    code: 'identity.second-factor-needed',
  });
});

test('[MF-17] a day later a text does not count in an organization, and it says what to do', async () => {
  const world = await given();
  const { browser, ownId } = await arrive(world, ada);
  const params = { organizationId: ownId };
  const body = { idleMinutes: null, absoluteHours: null, mayStay: true, basedOn: 0 };
  const secondFactor = { from: '2026-03-31', graceDays: 0 } as const;
  const rules = { ...body, secondFactor, methods: ['passkey' as const, 'sms' as const] };
  await browser.call(savePolicy, { params, body: rules });
  await addNumber(world, browser);
  const other = world.browser();
  const stay = { address: ada.address, password, staySignedIn: true };
  await other.call(signIn, { body: stay });
  await other.call(proveFactor, sms(await askText(world, other)));
  wait(world, 25 * 60 * 60);
  expect((await other.send(readPolicy, { params })).json()).toMatchObject({
    code: 'identity.second-factor-stale',
  });
});

test('[D9] without a gateway nothing is offered outside a sandbox', async () => {
  const world = await given({ settings: { ATRIO_DEMO: 'off' } });
  const { browser } = await arrive(world, ada);
  expect(await browser.call(readSms)).toMatchObject({ isOffered: false, present: null });
  expect((await browser.send(beginSms, swiss)).json()).toMatchObject({ code: 'identity.sms-off' });
});

test('[MF-08] stronger methods are offered first, wherever methods are listed', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  await addNumber(world, browser);
  await addCodeApp(world, browser);
  await addPasskey(world, browser);
  const answer = await world.browser().call(signIn, { body: { address: ada.address, password } });
  expect(answer).toMatchObject({ methods: ['passkey', 'totp', 'sms', 'emergency'] });
});

test('[MF-08] staff have no way to texts, and the table refuses them', async () => {
  const world = await given();
  const sam = await hire(world, 'administrator');
  const paths = world.app.routes.map(({ contract }) => contract.path);
  expect(paths.filter((path) => path.startsWith('/staff') && path.includes('factors/sms'))).toEqual(
    [],
  );
  expect((await sam.browser.send(beginSms, swiss)).statusCode).toBe(401);
  const insert = world.query(
    `insert into identity.factor (id, staff_id, type, label, state, flags, created_at, expires_at, bound_by)
     select gen_random_uuid(), id, 'sms', 'x', 'pending', '{}', now(), now(), 'owner' from identity.staff`,
  );
  await expect(insert).rejects.toThrow('factor_sms_is_of_users');
});

test('[MF-08] [R56] texts can be disabled; the codes under way die with them', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const { factorId } = await addNumber(world, browser);
  const app = await addCodeApp(world, browser);
  await proveFor(browser, removeFactor, factorId, withApp(app));
  const other = await atSecondStep(world);
  const code = await askText(world, other);
  await browser.call(removeFactor, { params: { factorId }, body: { password } });
  expect((await other.send(proveFactor, sms(code))).json()).toMatchObject({
    code: 'identity.factor-wrong',
  });
  expect((await other.send(askFactor, ask)).json()).toMatchObject({
    code: 'identity.factor-unknown',
  });
  const sealed = "select sealed from identity.factor where type = 'sms'";
  expect(await world.query(sealed)).toEqual([{ sealed: null }]);
});

test('[D9] [N7] another number takes the place of the one before, and its owner is told of both', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  await addNumber(world, browser);
  await addNumber(world, browser, '+49 1512 3456789');
  const { factors } = await browser.call(listFactors);
  expect(factors).toMatchObject([{ type: 'sms', label: '•• 89' }]);
  const said = (await world.mails(ada.address)).flatMap(({ letter, subject }) =>
    letter === 'identity.factor-changed' ? [subject] : [],
  );
  expect(said.toSorted()).toEqual([
    'A sign-in method was added to your account',
    'A sign-in method was added to your account',
    'A sign-in method was removed from your account',
  ]);
});

test('[MF-05] [SE-15] [AT-15] numbers and codes are nowhere in the open', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const begun = await browser.send(beginSms, swiss);
  const { factorId } = begun.json<{ factorId: `fac_${string}` }>();
  const code = await textedCode(world);
  await browser.call(confirmSms, { body: { factorId, code } });
  const listed = await browser.send(listFactors);
  const macs = await world.query<{ mac: Buffer }>('select mac from identity.sms_code');
  expect(macs.map(({ mac }) => mac.length)).toEqual([32]);
  const rows = [
    ...(await world.query('select * from identity.factor')),
    ...(await world.query("select encode(mac, 'escape') as mac from identity.sms_code")),
    ...(await world.query('select * from messages.sms')),
    ...(await world.query('select body from activity.entry')),
    ...(await world.query('select key from platform.throttle')),
    ...(await world.query('select * from messages.message')),
  ];
  const all = JSON.stringify([begun.body, listed.body, rows]);
  expect(all).toContain('•• 67');
  for (const secret of ['1234567', '12345 67', '123 45 67']) expect(all).not.toContain(secret);
  expect(JSON.stringify(rows)).not.toMatch(new RegExp(`\\b${code}\\b`));
});
