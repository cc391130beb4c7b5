import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { softwarePasskey, type Broken, type Statement } from '#test/authenticator.ts';
import { certified, type Certified } from '#test/certificates.ts';
import { ada, arrive } from '#test/people.ts';
import { addStaffPasskey, enterAsStaff, newColleague, tryStaffPasskey } from '#test/staff.ts';
import { endOfMarch, given } from '#test/world.ts';
import { readSettings } from '#platform/settings.ts';
import { listWorkItems } from '#modules/billing/bank/work-items/work-item.contract.ts';
import { askFactor, proveFactor } from '../../../sign-in/second-factor.contract.ts';
import { staffSignIn } from '../../../staff/staff.contract.ts';
import { listStaffFactors } from '../../../staff/factors/staff-factor.contract.ts';
import { beginPasskey, confirmPasskey, listFactors } from '../../factor.contract.ts';
import { openMakers } from './trusted-makers.ts';

const folder = await mkdtemp(join(tmpdir(), `atrio-scratch-${process.pid}-makers-`));
afterAll(() => rm(folder, { recursive: true, force: true }));

const model = '11111111-2222-4333-8444-555555555555';
const otherModel = '99999999-2222-4333-8444-555555555555';

const root = certified({ name: 'Root', isAuthority: true });
const series = certified({ name: 'Series 5', by: root, isAuthority: true, depth: 0 });
const key = certified({ name: 'Key', by: series, model });

/** What an authenticator states with this certificate, and those above it. */
const stated = (own: Certified, ...above: readonly Certified[]): Statement => ({
  chain: [own, ...above].map(({ der }) => der),
  key: own.key,
  model,
});

async function fileOf(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

/** An installation whose operator names one model, and who makes it. */
async function withMakers(pinned: Certified = root) {
  const path = await fileOf(`${pinned.name}.pem`, `Who vouches:\n${pinned.pem}`);
  const settings = {
    ATRIO_DEMO: 'off',
    ATRIO_STAFF_PASSKEY_MODELS: model.toUpperCase(),
    ATRIO_STAFF_PASSKEY_ROOTS: path,
  };
  const world = await given({ settings });
  return { world, ...(await newColleague(world)) };
}

test('[A6.3.3] [MF-15] a passkey of a named model, vouched for by its maker, opens the work', async () => {
  const { world, browser, code } = await withMakers();
  const { options } = await tryStaffPasskey(world, browser, { code });
  expect(options).toMatchObject({ attestation: 'direct', hints: ['security-key'] });
  await addStaffPasskey(world, browser, { code, states: stated(key, series) });
  await browser.call(listWorkItems);
  const { factors, isNamed } = await browser.call(listStaffFactors);
  expect(isNamed).toBe(true);
  expect(factors).toMatchObject([{ type: 'passkey', isWhole: true, counts: true }]);
  // a chain that ends with the root itself is one as well
  await addStaffPasskey(world, browser, { states: stated(key, series, root) });
});

test('[A6.3.3] the operator may pin one series of a maker, not its root', async () => {
  const { world, browser, code } = await withMakers(series);
  const other = certified({ name: 'Series 4', by: root, isAuthority: true });
  const ofOtherSeries = stated(certified({ name: 'Key', by: other, model }), other, root);
  const { answer } = await tryStaffPasskey(world, browser, { code, states: ofOtherSeries });
  expect(answer.json()).toMatchObject({ code: 'identity.attestation-untrusted' });
  await addStaffPasskey(world, browser, { code, states: stated(key, series) });
  await addStaffPasskey(world, browser, { states: stated(key) });
});

const foreign = certified({ name: 'Root', isAuthority: true });
const fromForeign = certified({ name: 'Series 5', by: foreign, isAuthority: true });
const ended = new Date(endOfMarch.getTime() - 1000);
const expired = certified({ name: 'Old', by: root, isAuthority: true, until: ended });
const coming = new Date(endOfMarch.getTime() + 1000);
const notYet = certified({ name: 'New', by: root, isAuthority: true, from: coming });
const noAuthority = certified({ name: 'Somebody’s key', by: root });
const deeper = certified({ name: 'Below', by: series, isAuthority: true });
const ofOther = certified({ name: 'Other key', by: series, model: otherModel });

const needed = { code: 'identity.staff-passkey-needed' };
const untrusted = 'identity.attestation-untrusted';
const refused: readonly (readonly [string, string, Statement | undefined, Broken?])[] = [
  ['that says nothing of itself', 'identity.attestation-missing', undefined],
  ['that vouches for itself', 'identity.attestation-missing', { chain: [], model }],
  [
    'of a foreign root with the same name',
    untrusted,
    stated(certified({ name: 'Key', by: fromForeign, model }), fromForeign),
  ],
  ['whose chain has a gap', untrusted, stated(key)],
  [
    'whose chain has expired',
    untrusted,
    stated(certified({ name: 'Key', by: expired, model }), expired),
  ],
  [
    'whose chain does not hold yet',
    untrusted,
    stated(certified({ name: 'Key', by: notYet, model }), notYet),
  ],
  [
    'whose chain passes somebody who may not issue',
    untrusted,
    stated(certified({ name: 'Key', by: noAuthority, model }), noAuthority),
  ],
  [
    'whose chain is longer than an authority allows',
    untrusted,
    stated(certified({ name: 'Key', by: deeper, model }), deeper, series),
  ],
  ['that shows an authority’s certificate as its own', untrusted, stated(series)],
  [
    'whose certificate cannot be read',
    untrusted,
    { ...stated(key, series), chain: [key.der, Buffer.from('no certificate')] },
  ],
  [
    'of a model that is not named',
    'identity.passkey-model-not-allowed',
    { ...stated(ofOther, series), model: otherModel },
  ],
  ['whose certificate is another model’s', 'identity.passkey-refused', stated(ofOther, series)],
  [
    'with the chain of a key that it does not hold',
    'identity.passkey-refused',
    { ...stated(key, series), key: series.key },
  ],
  [
    'whose holder was not verified',
    'identity.passkey-refused',
    stated(key, series),
    { isTouchOnly: true },
  ],
  [
    'with an algorithm nobody asked for',
    'identity.passkey-refused',
    stated(key, series),
    { algorithm: 'ES384' },
  ],
];

test.for(refused)(
  '[AT-19] staff: a passkey %s is refused, and nothing is kept',
  async ([, refusal, states, broken]) => {
    const { world, browser, code } = await withMakers();
    const given = { code, ...(states && { states }), ...(broken && { broken }) };
    const { answer } = await tryStaffPasskey(world, browser, given);
    expect(answer.json()).toMatchObject({ code: refusal, kind: 'invalid' });
    expect((await browser.call(listStaffFactors)).factors).toEqual([]);
    await expect(browser.call(listWorkItems)).rejects.toMatchObject(needed);
    // the code is not used up by it
    await addStaffPasskey(world, browser, { code, states: stated(key, series) });
  },
);

test('[AT-19] what is refused for its model says which it is, so that it can be named', async () => {
  const { world, browser, code } = await withMakers();
  const states = { ...stated(ofOther, series), model: otherModel };
  const { answer } = await tryStaffPasskey(world, browser, { code, states });
  expect(answer.json()).toMatchObject({ facts: { model: otherModel } });
});

test('[AT-19] a passkey from before the list opens no more than the way to a named one', async () => {
  const { world, browser, code, body } = await withMakers();
  const { settings } = world.app;
  const { staffPasskeyModels, staffPasskeyRoots } = settings;
  Object.assign(settings, { staffPasskeyModels: undefined, staffPasskeyRoots: undefined });
  const old = await addStaffPasskey(world, browser, { code });
  await browser.call(listWorkItems);
  Object.assign(settings, { staffPasskeyModels, staffPasskeyRoots });
  await expect(browser.call(listWorkItems)).rejects.toMatchObject(needed);
  const again = world.browser();
  expect((await enterAsStaff(again, old)).statusCode).toBe(200);
  await expect(again.call(listWorkItems)).rejects.toMatchObject(needed);
  const named = await addStaffPasskey(world, again, { states: stated(key, series) });
  await again.call(listWorkItems);

  // beside one that counts, the other opens nothing, and is not asked for
  expect((await enterAsStaff(world.browser(), old)).statusCode).toBe(401);
  const after = world.browser();
  await after.call(staffSignIn, { body });
  const { options } = await after.call(askFactor, { body: { method: 'passkey' } });
  expect(options).toMatchObject({ allowCredentials: [{ id: named.id }] });
  const response = old.get(options ?? {});
  const answer = await after.send(proveFactor, { body: { method: 'passkey', response } });
  expect(answer.json()).toMatchObject({ code: 'identity.factor-wrong' });

  // and a model that leaves the list stops counting at once
  Object.assign(settings, { staffPasskeyModels: [otherModel] });
  await expect(again.call(listWorkItems)).rejects.toMatchObject(needed);
});

test('[D9] customers are asked for no attestation, and what theirs states is nobody’s business', async () => {
  const { world } = await withMakers();
  const { browser } = await arrive(world, ada);
  const theirs = stated(certified({ name: 'Key', by: fromForeign, model }), fromForeign);
  for (const states of [undefined, theirs, { chain: [], model }]) {
    const how = states === undefined ? {} : { states };
    const passkey = softwarePasskey(world.app.settings.origin, how);
    const body = { label: 'Key', use: 'passkey' } as const;
    const { factorId, options } = await browser.call(beginPasskey, { body });
    expect(options).toMatchObject({ attestation: 'none' });
    const response = passkey.create(options);
    await browser.call(confirmPasskey, { body: { factorId, use: 'passkey', response } });
  }
  expect((await browser.call(listFactors)).factors).toHaveLength(3);
});

test('without a list any passkey that verifies its holder is taken, and nobody vouches for it', async () => {
  const world = await given({ settings: { ATRIO_DEMO: 'off' } });
  const { browser, code } = await newColleague(world);
  const unverified = await tryStaffPasskey(world, browser, { code, broken: { isTouchOnly: true } });
  expect(unverified.options).toMatchObject({ attestation: 'none' });
  expect(unverified.answer.json()).toMatchObject({ code: 'identity.passkey-refused' });
  await addStaffPasskey(world, browser, { code });
  await browser.call(listWorkItems);
});

test('roots that cannot be used stop the start with a sentence', async () => {
  const said = /^The file that ATRIO_STAFF_PASSKEY_ROOTS names cannot be used: /;
  const cut = root.pem.slice(0, 300);
  const wrong = {
    'empty.pem': '',
    'words.pem': 'these are no certificates',
    'cut.pem': `${root.pem}${cut}`,
    'no-authority.pem': `${root.pem}${key.pem}`,
  };
  for (const [name, text] of Object.entries(wrong)) {
    const staffPasskeyRoots = await fileOf(name, text);
    expect(() => openMakers({ staffPasskeyRoots }), name).toThrow(said);
  }
  const missing = { staffPasskeyRoots: join(folder, 'nowhere.pem') };
  expect(() => openMakers(missing)).toThrow(said);
  const settings = {
    ATRIO_STAFF_PASSKEY_MODELS: model,
    ATRIO_STAFF_PASSKEY_ROOTS: missing.staffPasskeyRoots,
  };
  await expect(given({ settings })).rejects.toThrow(said);
});

test.for([
  [{ ATRIO_STAFF_PASSKEY_MODELS: model }, /set together or not at all/],
  [{ ATRIO_STAFF_PASSKEY_ROOTS: 'roots.pem' }, /set together or not at all/],
  [{ ATRIO_STAFF_PASSKEY_MODELS: 'YubiKey 5' }, /it must be AAGUIDs such as/],
  [{ ATRIO_STAFF_PASSKEY_MODELS: '00000000-0000-0000-0000-000000000000' }, /it must be AAGUIDs/],
  [{ ATRIO_STAFF_FACTORS: 'password' }, /it must be `passkey`, `passkey-or-code` or `auto`/],
] as const)('%o stops the start with a sentence', ([environment, sentence]) => {
  expect(() => readSettings(environment)).toThrow(sentence);
});
