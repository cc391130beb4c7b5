import { expect, test } from 'vitest';
import { wait } from '#test/factors.ts';
import { hire } from '#test/people.ts';
import { proveAsStaff } from '#test/proof.ts';
import {
  addStaffPasskey,
  beginningOf,
  enterAsStaff,
  newColleague,
  tryStaffPasskey,
} from '#test/staff.ts';
import { given } from '#test/world.ts';
import {
  beginStaffPasskey,
  confirmStaffPasskey,
  listStaffFactors,
} from '../factors/staff-factor.contract.ts';
import { staffSession, staffSignIn } from '../staff.contract.ts';
import { softwarePasskey } from '#test/authenticator.ts';
import { beginStaffAnew, listStaff } from './beginning.contract.ts';

const settings = { ATRIO_DEMO: 'off', ATRIO_STAFF_FACTORS: 'passkey' };
const body = { label: 'Key', use: 'passkey' } as const;
const wrong = { status: 403, code: 'identity.beginning-wrong' };
const reason = 'lost the key, called back';

test('[PW-15] a first method of staff wants the code that somebody gave, within three days', async () => {
  const world = await given({ settings });
  const { browser, code, body: door } = await newColleague(world);
  expect(await browser.call(listStaffFactors)).toMatchObject({ needsBeginning: true });
  await expect(browser.call(beginStaffPasskey, { body })).rejects.toMatchObject({
    status: 403,
    code: 'identity.beginning-needed',
  });
  const mistyped = `${code.startsWith('A') ? 'B' : 'A'}${code.slice(1)}`;
  await expect(
    browser.call(beginStaffPasskey, { body: { ...body, code: mistyped } }),
  ).rejects.toMatchObject(wrong);

  wait(world, 72 * 60 * 60);
  const late = world.browser();
  await late.call(staffSignIn, { body: door });
  await expect(late.call(beginStaffPasskey, { body: { ...body, code } })).rejects.toMatchObject(
    wrong,
  );
});

test('[PW-15] the code counts once, however it is typed, and not after another was given', async () => {
  const world = await given({ settings });
  const first = await newColleague(world);
  const code = await beginningOf(world, first.staffId);
  const browser = world.browser();
  await browser.call(staffSignIn, { body: first.body });
  await expect(
    browser.call(beginStaffPasskey, { body: { ...body, code: first.code } }),
  ).rejects.toMatchObject(wrong);
  const typed = code.toLowerCase().replaceAll('-', ' ');
  await addStaffPasskey(world, browser, { code: typed });
  // a second one needs no code: what is there says who adds it
  await addStaffPasskey(world, browser);
  expect(
    await world.query('select used_at is not null as used from identity.staff_beginning'),
  ).toEqual([{ used: true }]);
});

test('[PW-15] what was begun with a code before is not finished with the next one', async () => {
  const world = await given({ settings });
  const { browser, staffId, code, body: door } = await newColleague(world);
  const begun = await browser.call(beginStaffPasskey, { body: { ...body, code } });
  const response = softwarePasskey(world.app.settings.origin).create(begun.options);
  const next = await beginningOf(world, staffId);
  await browser.call(staffSignIn, { body: door });
  const { factorId } = begun;
  const finish = { body: { factorId, use: 'passkey', response } } as const;
  await expect(browser.call(confirmStaffPasskey, finish)).rejects.toMatchObject({
    code: 'identity.enrolment-over',
  });
  await addStaffPasskey(world, browser, { code: next });
});

test('[PW-15] two browsers with the same code: one of them begins', async () => {
  const world = await given({ settings });
  const { code, body: door } = await newColleague(world);
  const begin = async () => {
    const browser = world.browser();
    await browser.call(staffSignIn, { body: door });
    const begun = await browser.call(beginStaffPasskey, { body: { ...body, code } });
    const response = softwarePasskey(world.app.settings.origin).create(begun.options);
    return {
      browser,
      confirmation: { factorId: begun.factorId, use: 'passkey', response } as const,
    };
  };
  const mine = await begin();
  const theirs = await begin();
  const all = await Promise.all(
    [mine, theirs].map(({ browser, confirmation }) =>
      browser.send(confirmStaffPasskey, { body: confirmation }),
    ),
  );
  expect(all.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
  expect(await world.query(`select 1 from identity.factor where state = 'active'`)).toHaveLength(1);
});

test('[MF-12] [MF-13] another administrator lets a colleague begin anew; what was before ends', async () => {
  const world = await given({ settings: { ATRIO_STAFF_FACTORS: 'auto' } });
  const { browser: admin, name } = await hire(world, 'administrator');
  const nora = await newColleague(world, 'support');
  const old = await addStaffPasskey(world, nora.browser, { code: nora.code });
  const params = { staffId: nora.staffId };
  expect((await admin.send(beginStaffAnew, { params, body: { reason } })).json()).toMatchObject({
    code: 'identity.step-up-needed',
  });
  await proveAsStaff(admin, beginStaffAnew, nora.staffId);
  const { code, until } = await admin.call(beginStaffAnew, { params, body: { reason } });
  await expect(nora.browser.call(staffSession)).rejects.toMatchObject({ status: 401 });
  expect((await enterAsStaff(world.browser(), old)).statusCode).toBe(401);
  const { rows } = await admin.call(listStaff);
  expect(rows.find(({ staffId }) => staffId === nora.staffId)).toMatchObject({
    methods: [],
    mayBeginUntil: until,
  });

  const again = world.browser();
  await again.call(staffSignIn, { body: nora.body });
  const passkey = await addStaffPasskey(world, again, { code });
  expect((await enterAsStaff(world.browser(), passkey)).statusCode).toBe(200);
  const [mail] = (await world.mails(nora.body.address)).filter(
    ({ letter }) => letter === 'identity.staff-may-begin',
  );
  expect(mail?.body.text).toContain(`${name} opened the way`);
  expect(mail?.body.text).not.toContain(code.slice(0, 9));
  const log = await world.query<{ body: string }>(
    `select body from activity.entry where action = 'identity.staff-begins-anew'`,
  );
  expect(log.map(({ body: entry }) => JSON.stringify(entry)).join(' ')).toContain(reason);
});

test('nobody opens their own way in, and only administrators open one', async () => {
  const world = await given();
  const { browser: admin, staffId } = await hire(world, 'administrator');
  await proveAsStaff(admin, beginStaffAnew, staffId);
  await expect(
    admin.call(beginStaffAnew, { params: { staffId }, body: { reason } }),
  ).rejects.toMatchObject({ status: 409, code: 'identity.not-oneself' });
  const nowhere = `stf_${'0'.repeat(32)}` as const;
  await proveAsStaff(admin, beginStaffAnew, nowhere);
  await expect(
    admin.call(beginStaffAnew, { params: { staffId: nowhere }, body: { reason } }),
  ).rejects.toMatchObject({ status: 404, code: 'identity.staff-unknown' });
  const { browser: support } = await hire(world, 'support');
  await proveAsStaff(support, beginStaffAnew, staffId);
  const answer = await support.send(beginStaffAnew, { params: { staffId }, body: { reason } });
  expect(answer.statusCode).toBe(403);
  // and a code opens nothing for somebody else
  const other = await newColleague(world, 'billing', 'Otto');
  const nora = await newColleague(world);
  Object.assign(world.app.settings, { staffFactors: 'passkey' });
  await expect(tryStaffPasskey(world, nora.browser, { code: other.code })).rejects.toMatchObject(
    wrong,
  );
});
