import { expect, test } from 'vitest';
import { newId } from '#kernel/new-id.ts';
import type { UserId } from '#kernel/ids.ts';
import { toUuid } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import { endOfMarch as now, given, type World } from '#test/world.ts';
import { erasePerson, record, verifyChain, type Happening } from '../index.ts';
import { listOfOrganization, listOfPerson } from './list-activity.ts';

const acme = newId('org', now);
const ada: UserId = newId('usr', now);
const grace: UserId = newId('usr', now);
const adaActs = { kind: 'user', userId: ada, name: 'Ada Lovelace' } as const;

const renamed: Happening = {
  stream: { organizationId: acme },
  action: 'organizations.address-changed',
  actor: adaActs,
  about: { kind: 'organization', id: acme, label: 'Acme' },
  facts: { name: true, lines: 3 },
  personal: { place: 'Basel', device: 'Firefox on Linux' },
};

const write = (world: World, ...happenings: Happening[]) =>
  world.within(async (tx) => {
    for (const happening of happenings) await record(tx, happening, world.clock.now());
  });

const all = { limit: 50 };

test('[R95] [N6] the log says what happened, when, by whom, where and with what', async () => {
  const world = await given();
  await write(world, renamed);

  const { rows } = await world.within((tx) => listOfPerson(tx, ada, all));
  expect(rows).toEqual([
    {
      id: `${acme}:1`,
      at: now.toISOString(),
      action: 'organizations.address-changed',
      result: 'done',
      facts: { name: true, lines: 3 },
      actor: { kind: 'user', name: 'Ada Lovelace', you: true },
      about: { kind: 'organization', id: acme, label: 'Acme' },
      organizationId: acme,
      place: 'Basel',
      device: 'Firefox on Linux',
    },
  ]);
});

test('[N6] place and device are shown to oneself only', async () => {
  const world = await given();
  await write(world, renamed);

  const { rows } = await world.within((tx) => listOfOrganization(tx, acme, all, grace));
  expect(rows[0]).toMatchObject({ actor: { name: 'Ada Lovelace', you: false } });
  expect(rows[0]).not.toHaveProperty('place');
  expect(rows[0]).not.toHaveProperty('device');
});

test('one sees in one’s own log what nobody did: a failed sign-in', async () => {
  const world = await given();
  await write(world, {
    stream: { userId: ada },
    action: 'identity.sign-in-failed',
    actor: { kind: 'nobody' },
    personal: { place: 'Lima' },
  });

  const mine = await world.within((tx) => listOfPerson(tx, ada, all));
  const others = await world.within((tx) => listOfPerson(tx, grace, all));
  expect(mine.rows).toMatchObject([{ actor: { kind: 'nobody' }, place: 'Lima' }]);
  expect(others.rows).toEqual([]);
});

test('[R96] the log is filtered by day, action, thing and text', async () => {
  const world = await given();
  await write(world, renamed);
  world.clock.moveTo(new Date('2026-03-31T22:30:00Z')); // 1 April in Zurich
  const about = { kind: 'invoice', id: 'inv_1', label: 'INV-2026-00001' };
  await write(world, { ...renamed, action: 'billing.address-added', about });

  const found = async (query: object) => {
    const { rows } = await world.within((tx) =>
      listOfOrganization(tx, acme, { ...all, ...query }, ada),
    );
    return rows.map(({ action }) => action);
  };
  expect(await found({})).toEqual(['billing.address-added', 'organizations.address-changed']);
  expect(await found({ from: '2026-04-01' })).toEqual(['billing.address-added']);
  expect(await found({ to: '2026-03-31' })).toEqual(['organizations.address-changed']);
  expect(await found({ action: 'billing.' })).toEqual(['billing.address-added']);
  expect(await found({ about: 'inv_1' })).toEqual(['billing.address-added']);
  expect(await found({ text: 'inv-2026' })).toEqual(['billing.address-added']);
  expect(await found({ text: 'label' })).toEqual([]); // a key, not something that was said
});

test('pages follow each other without a gap or a repetition', async () => {
  const world = await given();
  const happenings = Array.from({ length: 7 }, (_, n) => ({ ...renamed, facts: { n } }));
  await write(world, ...happenings);

  for (const list of [
    (cursor: string | undefined) =>
      world.within((tx) => listOfOrganization(tx, acme, { limit: 3, cursor }, ada)),
    (cursor: string | undefined) =>
      world.within((tx) => listOfPerson(tx, ada, { limit: 3, cursor })),
  ]) {
    const seen: unknown[] = [];
    let next: string | null | undefined;
    do {
      const page = await list(next ?? undefined);
      seen.push(...page.rows.map(({ facts }) => facts['n']));
      next = page.next;
    } while (next);
    expect(seen).toEqual([6, 5, 4, 3, 2, 1, 0]);
  }
});

test('entries written at the same time to one stream keep one gap-free chain', async () => {
  const world = await given();
  await Promise.all(Array.from({ length: 24 }, () => write(world, renamed)));

  const rows = await world.query<{ seq: string }>(
    'select seq from activity.entry where owner_id = $1 order by seq',
    [toUuid(acme)],
  );
  expect(rows.map(({ seq }) => Number(seq))).toEqual(Array.from({ length: 24 }, (_, n) => n + 1));
});

test('an entry goes with its change: a rollback leaves neither', async () => {
  const world = await given();
  const attempt = world.within(async (tx) => {
    await record(tx, renamed, now);
    throw new Error('something else went wrong');
  });
  await expect(attempt).rejects.toThrow('something else went wrong');
  expect(await world.query('select * from activity.entry')).toEqual([]);
});

test('[AT-67] erasing a person forgets name and place, and the chain stays whole', async () => {
  const world = await given();
  await write(world, renamed, {
    ...renamed,
    actor: { kind: 'user', userId: grace, name: 'Grace Hopper' },
    about: { kind: 'user', id: ada, label: 'Ada Lovelace' },
  });
  await world.within((tx) => erasePerson(tx, ada));

  const { rows } = await world.within((tx) => listOfOrganization(tx, acme, all, grace));
  expect(rows).toMatchObject([
    { actor: { kind: 'user', name: 'Grace Hopper' }, about: { id: ada }, place: 'Basel' },
    { actor: { kind: 'user', you: false }, about: { label: 'Acme' } },
  ]);
  const kept = await world.query<{ text: string }>(
    'select row_to_json(e)::text as text from activity.entry e',
  );
  for (const { text } of kept) expect(text).not.toContain('Lovelace');
  expect(await world.within((tx) => verifyChain(tx))).toMatchObject({ entries: 2, bad: [] });
});

test('the application itself can neither change nor remove an entry', async () => {
  const world = await given();
  await write(world, renamed);
  await expect(world.query("update activity.entry set action = 'x'")).rejects.toThrow(
    'append-only',
  );
  await expect(world.query('delete from activity.entry')).rejects.toThrow('append-only');
  const [right] = await world.query<{ may: boolean }>(
    `select bool_or(privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE')) as may
     from information_schema.role_table_grants
     where table_schema = 'activity' and table_name in ('entry', 'checkpoint')
       and grantee <> (select tableowner from pg_tables
         where schemaname = 'activity' and tablename = 'entry')`,
  );
  expect(right?.may).toBe(false);
});

test('[R95] what one transaction tells is chained in its order, several logs at once', async () => {
  const world = await given();
  const mine: Happening = { ...renamed, stream: { userId: ada } };
  const bySystem: Happening = { ...renamed, actor: { kind: 'system', job: 'test' }, personal: {} };
  const linesOf = (rows: readonly { facts: object }[]) => rows.map(({ facts }) => facts);
  await world.within(async (tx) => {
    for (const lines of [1, 2, 3]) {
      await record(tx, { ...bySystem, facts: { lines } }, now);
      await record(tx, mine, now);
    }
    const { rows } = await listOfOrganization(tx, acme, all, ada);
    expect(linesOf(rows)).toEqual([{ lines: 3 }, { lines: 2 }, { lines: 1 }]);
    await record(tx, { ...bySystem, facts: { lines: 4 } }, now);
  });
  const { rows } = await world.within((tx) => listOfOrganization(tx, acme, all, ada));
  expect(linesOf(rows)).toEqual([{ lines: 4 }, { lines: 3 }, { lines: 2 }, { lines: 1 }]);
  expect(rows.map(({ id }) => id)).toEqual([4, 3, 2, 1].map((seq) => `${acme}:${seq}`));
  expect(await world.within((tx) => verifyChain(tx))).toMatchObject({ entries: 7, bad: [] });
});

test('[R95] a person who is erased is erased from what was told just before, too', async () => {
  const world = await given();
  await world.within(async (tx) => {
    await record(tx, renamed, now);
    await erasePerson(tx, ada);
  });
  const { rows } = await world.within((tx) => listOfPerson(tx, ada, all));
  expect(rows).toHaveLength(1);
  expect(rows[0]?.actor).not.toHaveProperty('name');
});

test('what only reads tells nothing, however often, and is in nobody’s way', async () => {
  const world = await given();
  const reading = <T>(work: (tx: Tx) => Promise<T>) => world.within(work, { readOnly: true });
  for (let times = 0; times < 2; times++) {
    await expect(reading((tx) => record(tx, renamed, now))).rejects.toThrow('only reads');
  }
  expect((await reading((tx) => listOfOrganization(tx, acme, all, ada))).rows).toEqual([]);
});

test('[R95] entries of many who write into one log at once stay one chain', async () => {
  const world = await given();
  const both = [renamed, { ...renamed, stream: { userId: ada } }];
  await Promise.all(
    Array.from({ length: 12 }, (_, index) =>
      write(world, ...(index % 2 === 0 ? both : both.toReversed())),
    ),
  );
  expect(await world.within((tx) => verifyChain(tx))).toMatchObject({ entries: 24, bad: [] });
});
