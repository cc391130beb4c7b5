import { expect, test } from 'vitest';
import { newId } from '#kernel/new-id.ts';
import { endOfMarch as now, given, type World } from '#test/world.ts';
import { record, signHeads, verifyChain } from '../index.ts';

const acme = newId('org', now);

/** Six entries, the first four under a checkpoint. */
async function logged(): Promise<World> {
  const world = await given({ audited: false });
  const write = (n: number) =>
    world.within((tx) =>
      record(
        tx,
        {
          stream: { organizationId: acme },
          action: 'test.happened',
          actor: { kind: 'user', userId: newId('usr', now), name: 'Ada' },
          facts: { n },
          personal: { place: 'Basel' },
        },
        now,
      ),
    );
  for (const n of [1, 2, 3, 4]) await write(n);
  await world.within((tx) => signHeads(tx, 10, now));
  for (const n of [5, 6]) await write(n);
  return world;
}

/** What somebody does who owns the database: triggers and foreign keys are no hindrance. */
const tamper = (world: World, statement: string) =>
  world.query(`do $$ begin
    alter table activity.entry disable trigger user;
    alter table activity.checkpoint disable trigger user;
    alter table activity.personal drop constraint personal_owner_id_kind_seq_fkey;
    ${statement};
  end $$`);

const verdict = async (world: World) => {
  const { bad } = await world.within((tx) => verifyChain(tx), { readOnly: true });
  return bad.map(({ seq, fault }) => ({ seq: Number(seq), fault }));
};

test('[LG-03] an untouched log verifies', async () => {
  const world = await logged();
  expect(await world.within((tx) => verifyChain(tx))).toEqual({ streams: 1, entries: 6, bad: [] });
  expect(await world.within((tx) => verifyChain(tx, { organizationId: acme }))).toMatchObject({
    entries: 6,
    bad: [],
  });
});

const attacks: [string, string, { seq: number; fault: string }][] = [
  [
    'one letter of a body is changed',
    `update activity.entry set body = replace(body, '"n":3', '"n":8') where seq = 3`,
    { seq: 3, fault: 'changed' },
  ],
  [
    'a hash is changed',
    `update activity.entry set hash = prev where seq = 2`,
    { seq: 2, fault: 'changed' },
  ],
  [
    'a look-up column says something else',
    `update activity.entry set action = 'test.nothing' where seq = 2`,
    { seq: 2, fault: 'column-differs' },
  ],
  [
    'the time is moved',
    `update activity.entry set at = at - interval '1 day' where seq = 2`,
    { seq: 2, fault: 'column-differs' },
  ],
  ['an entry is dropped', `delete from activity.entry where seq = 3`, { seq: 3, fault: 'missing' }],
  [
    'the first entry is dropped',
    `delete from activity.entry where seq = 1`,
    { seq: 1, fault: 'missing' },
  ],
  [
    'two entries are swapped',
    `update activity.entry set seq = 100 + seq where seq in (2, 3);
     update activity.entry set seq = 105 - seq where seq > 100`,
    { seq: 2, fault: 'changed' },
  ],
  ['the tail is cut', `delete from activity.entry where seq > 4`, { seq: 5, fault: 'cut-off' }],
  [
    'the tail is cut and the head moved back, below a checkpoint',
    `delete from activity.entry where seq > 3;
     update activity.stream set seq = 3, checkpoint_seq = 3,
       hash = (select hash from activity.entry where seq = 3)`,
    { seq: 4, fault: 'cut-off' },
  ],
  [
    'an entry is added behind the head',
    `insert into activity.entry select owner_id, kind, 7, body, hash,
       sha256('atrio-audit-v1' || (kind || ':' || owner_id)::bytea || int8send(7) || hash ||
         body::bytea),
       at, action, person_id, about_id from activity.entry where seq = 6`,
    { seq: 7, fault: 'beyond-head' },
  ],
  [
    'everything from a place on is written anew, with right hashes',
    `declare e record; last bytea; begin
       select hash into last from activity.entry where seq = 2;
       for e in select * from activity.entry where seq > 2 order by seq loop
         e.body := replace(e.body, '"n":4', '"n":9');
         update activity.entry set body = e.body, prev = last, hash = sha256('atrio-audit-v1' ||
           (e.kind || ':' || e.owner_id)::bytea || int8send(e.seq) || last || e.body::bytea)
         where seq = e.seq returning hash into last;
       end loop;
       update activity.stream set hash = last;
     end`,
    { seq: 4, fault: 'signed-otherwise' },
  ],
  [
    'a checkpoint is forged',
    `update activity.checkpoint set signature = decode(repeat('00', 64), 'hex')`,
    { seq: 4, fault: 'not-signed-by-us' },
  ],
  [
    'sealed values are moved to another entry',
    `update activity.personal set seq = 100 where seq = 2;
     update activity.personal set seq = 2 where seq = 3`,
    { seq: 2, fault: 'personal-differs' },
  ],
];

test.for(attacks)('[LG-03] [AT-67] %s: the verifier names the place', async ([, attack, place]) => {
  const world = await logged();
  await tamper(world, attack);
  expect(await verdict(world)).toEqual([place]);
});

test('[AT-67] only the stream that was touched is bad', async () => {
  const world = await logged();
  const happening = { action: 'test.happened', actor: { kind: 'nobody' } as const };
  await world.within((tx) => record(tx, { ...happening, stream: 'instance' }, now));
  await tamper(world, 'delete from activity.entry where seq = 3');

  const { bad, streams } = await world.within((tx) => verifyChain(tx));
  expect(streams).toBe(2);
  expect(bad).toEqual([{ stream: acme, seq: 3n, fault: 'missing' }]);
});

test('the job of the minute signs each head once', async () => {
  const world = await logged();
  expect(await world.within((tx) => signHeads(tx, 10, now))).toBe(1);
  expect(await world.within((tx) => signHeads(tx, 10, now))).toBe(0);
  const [count] = await world.query<{ count: string }>('select count(*) from activity.checkpoint');
  expect(Number(count?.count)).toBe(2);
});

test('[LG-03] a product that an entry names can be neither added nor taken away', async () => {
  const world = await logged();
  await tamper(world, "update activity.entry set product_ids = '{sub_1}' where seq = 2");
  expect(await verdict(world)).toEqual([{ seq: 2, fault: 'column-differs' }]);
});
