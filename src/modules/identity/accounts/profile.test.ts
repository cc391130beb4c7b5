import { expect, test } from 'vitest';
import { ada, arrive } from '#test/people.ts';
import { given } from '#test/world.ts';
import { whoAmI } from '../sessions/session.contract.ts';
import { readProfile, updateProfile } from './profile.contract.ts';

test('[R151] [R152] [R155] a person changes names, birth date and language', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  expect(await browser.call(readProfile)).toMatchObject({ firstName: 'Ada', birthDate: null });
  const body = { firstName: '  Augusta  Ada ', birthDate: '1985-12-10', language: 'es' } as const;
  expect(await browser.call(updateProfile, { body })).toMatchObject({
    firstName: 'Augusta Ada',
    lastName: 'Lovelace',
    birthDate: '1985-12-10',
    language: 'es',
  });
  expect(await browser.call(whoAmI)).toMatchObject({
    user: { firstName: 'Augusta Ada', language: 'es' },
  });
  await browser.call(updateProfile, { body: { birthDate: null } });
  expect(await browser.call(readProfile)).toMatchObject({ birthDate: null, language: 'es' });
});

test('[R156] the login address is not changed in passing', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  for (const extra of [{ address: 'new@example.com' }, { userId: 'x' }, { lockAfter: 100 }]) {
    const body = { firstName: 'Ada', ...extra };
    expect((await browser.send(updateProfile, { body })).statusCode).toBe(422);
  }
});

test('[PW-13] nothing in the tables is a hint or a secret question', async () => {
  const world = await given();
  const columns = await world.query<{ name: string }>(
    `select column_name as name from information_schema.columns where table_schema = 'identity'`,
  );
  expect(columns.length).toBeGreaterThan(50);
  const names = columns.map(({ name }) => name);
  expect(names.filter((name) => /hint|question|answer|plain/.test(name))).toEqual([]);
});
