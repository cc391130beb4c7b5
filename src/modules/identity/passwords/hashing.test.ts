import { expect, test } from 'vitest';
import { nobodysRecord, openHasher } from './hashing.ts';
import { hashCost, needsRehash } from './password.rules.ts';

test('[PW-10] a record is argon2id at today’s cost, with a salt of its own', async () => {
  const hasher = openHasher({ places: 2, waiting: 2 });
  const [one, two] = await Promise.all([hasher.hash('the same'), hasher.hash('the same')]);
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
  expect(one).not.toBe(two);
  expect(await hasher.verify(one, 'the same')).toBe(true);
  expect(await hasher.verify(one, 'the same ')).toBe(false);
});

test('[LK-10] without a record one of the same cost is checked, in vain', async () => {
  expect(needsRehash(nobodysRecord, hashCost)).toBe(false);
  const hasher = openHasher({ places: 1, waiting: 0 });
  expect(await hasher.verify(undefined, 'anything')).toBe(false);
});

test('[PW-16] two are hashed, three wait, the others are told to come back', async () => {
  const hasher = openHasher({ places: 2, waiting: 3 });
  const all = await Promise.allSettled(Array.from({ length: 20 }, () => hasher.hash('a password')));
  expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
  const refused = all.filter((one) => one.status === 'rejected').map(({ reason }) => reason);
  expect(refused).toHaveLength(15);
  expect(refused[0]).toMatchObject({ code: 'identity.hashing-busy', kind: 'unavailable' });
  expect(refused[0].facts.retryAfterSeconds).toBeGreaterThan(0);
  await hasher.hash('places are free again');
});

test('[PW-16] whoever would find no place is turned away before anything is done for them', async () => {
  const hasher = openHasher({ places: 1, waiting: 1 });
  let begun = 0;
  const enter = () =>
    hasher.lineUp(() => {
      begun++;
      return hasher.hash('a password');
    });
  const all = await Promise.allSettled(Array.from({ length: 20 }, enter));
  expect(begun).toBe(2);
  expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
  const refused = all.find((one) => one.status === 'rejected');
  expect(refused?.reason).toMatchObject({ code: 'identity.hashing-busy', kind: 'unavailable' });
  await enter();
  expect(begun, 'the line is free again').toBe(3);
});
