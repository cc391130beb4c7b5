import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { listMyActivity } from '#modules/activity/log/activity.contract.ts';
import type { Client } from '#test/client.ts';
import { wait } from '#test/factors.ts';
import { ada, arrive, hire, password } from '#test/people.ts';
import { placesFileOf, Real } from '#test/small-places.ts';
import { given, type World } from '#test/world.ts';
import { disownByLink } from '../disowning/disown.contract.ts';
import { whoAmI } from '../sessions/session.contract.ts';
import { signIn } from '../sign-in/sign-in.contract.ts';
import { staffSignIn } from '../staff/staff.contract.ts';
import { openAnonymisers } from './anonymisers.ts';

const folder = await mkdtemp(join(tmpdir(), `atrio-scratch-${process.pid}-risk-`));
afterAll(() => rm(folder, { recursive: true, force: true }));

async function fileOf(name: string, content: Buffer | string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

const placed = (country: string, iso: string, latitude: number, longitude: number) => ({
  country: { names: { en: country }, iso_code: iso },
  location: { latitude: new Real(latitude), longitude: new Real(longitude), accuracy_radius: 50 },
});

const home = '203.0.113.7';
const abroad = '198.51.100.7';
const hidden = '192.0.2.66';

async function settings() {
  const places = placesFileOf([
    { network: '203.0.113.0', bits: 24, place: placed('Switzerland', 'CH', 46.2, 6.15) },
    { network: '198.51.100.0', bits: 24, place: placed('Peru', 'PE', -12.05, -77.04) },
  ]);
  return {
    ATRIO_PLACES_FILE: await fileOf('places.mmdb', places),
    ATRIO_ANONYMISERS_FILE: await fileOf('anonymisers.txt', `# exits\n${hidden}/32\n`),
  };
}

/** Ada's own browser, known since her first sign-in in Geneva. */
async function known() {
  const world = await given({ settings: await settings() });
  await arrive(world, ada);
  const browser = world.browser({ from: home });
  await browser.call(signIn, { body });
  await world.mails(ada.address);
  return { world, browser };
}

const body = { address: ada.address, password };

/** The same browser, somewhere else. */
function movedTo(world: World, browser: Client, from: string): Client {
  const there = world.browser({ from });
  there.setCookie('dev', browser.cookie('dev'));
  return there;
}

const unusual = async (world: World, address = ada.address) =>
  (await world.mails(address)).filter(({ letter }) => letter.endsWith('unusual-sign-in'));

async function said(browser: Client): Promise<string[]> {
  const { rows } = await browser.call(listMyActivity);
  return rows.map(({ action }) => action).filter((action) => action.includes('unusual'));
}

test('[R89] [D5] a known device in a new country, too fast: nothing is blocked, the mail says why', async () => {
  const { world, browser } = await known();
  wait(world, 3600);
  const there = movedTo(world, browser, abroad);
  await there.call(signIn, { body });
  expect(await there.call(whoAmI)).toMatchObject({ user: { firstName: 'Ada' } });

  const [mail] = await unusual(world);
  expect(mail).toMatchObject({ letter: 'identity.unusual-sign-in' });
  expect(mail?.body.text).toContain('a country in which you had not signed in lately');
  expect(mail?.body.text).toContain('Nobody travels that fast');
  expect(await said(there)).toEqual(
    expect.arrayContaining(['identity.unusual-country', 'identity.unusual-speed']),
  );
  const kept = await world.query(
    `select signals from identity.session order by created_at desc, id desc limit 1`,
  );
  expect(kept).toEqual([{ signals: ['new-country', 'impossible-speed'] }]);

  // its link disowns it, as that of a new device does
  const token = /#(ml_[\w-]{43})/.exec(mail?.body.text ?? '')?.[1] ?? '';
  await world.browser().call(disownByLink, { body: { token } });
  expect(await there.call(whoAmI)).toMatchObject({ user: null });
});

test('[D5] the next sign-in from there is usual; a usual one is not written about', async () => {
  const { world, browser } = await known();
  wait(world, 3600);
  const same = movedTo(world, browser, home);
  await same.call(signIn, { body });
  expect(await unusual(world)).toHaveLength(0);
  expect(await said(same)).toEqual([]);

  wait(world, 24 * 3600);
  const there = movedTo(world, same, abroad);
  await there.call(signIn, { body });
  expect(await unusual(world)).toHaveLength(1);
  wait(world, 3600);
  const again = movedTo(world, there, abroad);
  await again.call(signIn, { body });
  expect(await unusual(world)).toHaveLength(1);

  // home is no new country, and an hour away from Peru it is too far
  wait(world, 3600);
  await movedTo(world, again, home).call(signIn, { body });
  const [mail, ...others] = await unusual(world);
  expect(others).toHaveLength(1);
  expect(mail?.body.text).toContain('Nobody travels that fast');
  expect(mail?.body.text).not.toContain('a country in which');
});

test('[D5] a new device’s mail says what else is unusual: an anonymiser, in Spanish too', async () => {
  const world = await given({ settings: await settings() });
  await arrive(world, { ...ada, language: 'es' });
  await world.browser({ from: hidden }).call(signIn, { body });
  const [mail] = await world.mails(ada.address);
  expect(mail).toMatchObject({ letter: 'identity.new-device' });
  expect(mail?.body.text).toContain('un servicio que oculta dónde está quien lo usa');
});

test('[D5] after three months of silence, and after many wrong passwords, the owner is told', async () => {
  const { world, browser } = await known();
  wait(world, 90 * 24 * 3600);
  const back = movedTo(world, browser, home);
  await back.call(signIn, { body });
  expect((await unusual(world))[0]?.body.text).toContain('three months or longer');

  for (let time = 0; time < 5; time++) {
    const wrong = { body: { ...body, password: 'a short walk by the lake' } };
    expect((await back.send(signIn, wrong)).statusCode).toBe(401);
  }
  await back.call(signIn, { body });
  const mails = await unusual(world);
  expect(mails).toHaveLength(2);
  expect(mails[0]?.body.text).toContain('Several wrong passwords');
  expect(await said(back)).toEqual(['identity.unusual-failures', 'identity.unusual-absence']);
});

test('[D5] the provider’s people are told of theirs', async () => {
  const world = await given({ settings: await settings() });
  const { browser } = await hire(world, 'support');
  const there = movedTo(world, browser, hidden);
  await there.call(staffSignIn, { body: { address: 'support@provider.example', password } });
  const [mail] = await unusual(world, 'support@provider.example');
  expect(mail).toMatchObject({ letter: 'identity.staff-unusual-sign-in' });
  expect(mail?.body.text).toContain('hides where somebody is');
});

test('a broken or missing list of anonymisers stops the start with a sentence', async () => {
  const broken = await fileOf('broken.txt', 'tor.example\n');
  for (const path of [broken, join(folder, 'nowhere.txt')]) {
    expect(() => openAnonymisers({ anonymisersFile: path })).toThrow(
      /^The file that ATRIO_ANONYMISERS_FILE names cannot be used: /,
    );
  }
});
