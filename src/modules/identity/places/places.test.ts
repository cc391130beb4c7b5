import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ada, arrive, password } from '#test/people.ts';
import { placesFile } from '#test/small-places.ts';
import { given } from '#test/world.ts';
import { listSessions } from '../sessions/session.contract.ts';
import { signIn } from '../sign-in/sign-in.contract.ts';
import { openPlaces } from './place-of.ts';

const folder = await mkdtemp(join(tmpdir(), `atrio-scratch-${process.pid}-places-`));
afterAll(() => rm(folder, { recursive: true, force: true }));

const lausanne = {
  city: { names: { en: 'Lausanne' } },
  country: { names: { en: 'Switzerland', es: 'Suiza' } },
};

async function fileOf(name: string, bytes: Buffer): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
}

const body = { address: ada.address, password };

test('[SE-07] [R87] devices and mails say the place, where the operator has a file of places', async () => {
  const path = await fileOf('city.mmdb', placesFile('203.0.113.0', 24, lausanne));
  const world = await given({ settings: { ATRIO_PLACES_FILE: path } });
  await arrive(world, { ...ada, language: 'es' });
  const there = world.browser({ from: '203.0.113.77' });
  await there.call(signIn, { body });
  const { sessions } = await there.call(listSessions);
  const placed = sessions.map(({ current, place }) => [current, place]);
  expect(placed).toContainEqual([true, { town: 'Lausanne', country: 'Suiza' }]);
  expect(placed).toContainEqual([false, null]);
  const [mail] = await world.mails(ada.address);
  expect(mail?.body.text).toContain('Lausanne, Suiza');
});

test('[SE-07] without a file no place is shown, and none is guessed', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const { sessions } = await browser.call(listSessions);
  expect(sessions[0]?.place).toBeNull();
  const [mail] = await world.mails(ada.address);
  expect(mail?.body.text).not.toContain('approximate');
});

test('a broken or missing file stops the start with a sentence', async () => {
  const broken = await fileOf('broken.mmdb', Buffer.from('not a file of places'));
  for (const path of [broken, join(folder, 'nowhere.mmdb')]) {
    expect(() => openPlaces({ placesFile: path })).toThrow(
      /^The file that ATRIO_PLACES_FILE names cannot be used: /,
    );
  }
});
