import { sql } from 'kysely';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { cloneTemplate } from '#test/database.ts';
import { withCommit } from './before-commit.ts';
import { openDatabase } from './database.ts';
import { reusable } from './reusable.ts';
import { platform } from './tables.generated.ts';
import type { Tx } from './tx.ts';

/** A database with one connection of each kind, and one table to write into. */
async function given({ max = 1 } = {}) {
  const clone = await cloneTemplate();
  const database = openDatabase(clone.url, { max });
  onTestFinished(async () => {
    await database.close();
    await clone.drop();
  });
  const run = (statement: string) => database.pool.query(statement);
  await run('create temporary table word (text text primary key)');
  const adding = (text: string) => sql`insert into word (text) values (${text})`;
  const add = async (tx: Tx, text: string) => {
    await adding(text).execute(platform(tx));
  };
  const addLast = (tx: Tx, text: string) => withCommit(tx, adding(text).compile(platform(tx)));
  const words = async () => {
    const { rows } = await database.pool.query<{ text: string }>(
      'select text from word order by text',
    );
    return rows.map(({ text }) => text);
  };
  return { ...database, ownerUrl: clone.ownerUrl, run, add, addLast, words };
}

test('statements that wait for nothing are done in their order, all or none', async () => {
  const { within, add, words } = await given();
  await within((tx) => Promise.all(['one', 'two', 'three'].map((text) => add(tx, text))));
  expect(await words()).toEqual(['one', 'three', 'two']);
  const failing = within((tx) => Promise.all(['four', 'one', 'five'].map((text) => add(tx, text))));
  await expect(failing).rejects.toMatchObject({ constraint: 'word_pkey' });
  expect(await words()).toEqual(['one', 'three', 'two']);
});

test('what is asked together is answered in its order, each after what came before it', async () => {
  const { within, add } = await given();
  const count = async (tx: Tx) => {
    const counting = sql<{ count: number }>`select count(*)::integer as count from word`;
    return (await counting.execute(platform(tx))).rows[0]?.count;
  };
  const counts = await within((tx) =>
    Promise.all([count(tx), add(tx, 'one'), count(tx), add(tx, 'two'), count(tx)]),
  );
  expect(counts).toEqual([0, undefined, 1, undefined, 2]);
});

test('lists arrive as they are, whatever is in them', async () => {
  const { within } = await given();
  const texts = [
    '',
    'null',
    'NULL',
    ' a b ',
    '{}',
    ',',
    '"',
    '\\',
    '\\"x\\\\',
    "it's",
    'zürich\n',
    '\t',
  ];
  const echo = async (list: unknown, type: string) => {
    const { rows } = await within((tx) =>
      sql<{ list: unknown }>`select ${list}::${sql.raw(type)} as list`.execute(platform(tx)),
    );
    return rows[0]?.list;
  };
  expect(await echo([...texts, null], 'text[]')).toEqual([...texts, null]);
  expect(await echo([], 'text[]')).toEqual([]);
  expect(await echo([1n, -2n, null], 'bigint[]')).toEqual(['1', '-2', null]);
  expect(await echo([true, false], 'boolean[]')).toEqual([true, false]);
  const dates = [new Date('2026-03-31T12:00:00Z')];
  expect(await echo(dates, 'timestamptz[]')).toEqual(dates);
  expect(await echo([Buffer.from('ab')], 'bytea[]')).toEqual([Buffer.from('ab')]);
});

test('however a statement is built, it is done in the order in which it was called', async () => {
  const { within } = await given();
  const next = sql<{ at: string }>`select nextval('pg_temp.turn') as at`;
  const reused = reusable(platform, () => next);
  const turns = await within(async (tx) => {
    await sql`create temporary sequence turn`.execute(platform(tx));
    const asked = Array.from({ length: 4 }, () => [
      next.execute(platform(tx)).then(({ rows }) => rows[0]?.at),
      platform(tx)
        .selectNoFrom(sql<string>`nextval('pg_temp.turn')`.as('at'))
        .executeTakeFirstOrThrow()
        .then(({ at }) => at),
      reused(tx, {}).then(([row]) => row?.at),
    ]);
    return Promise.all(asked.flat());
  });
  expect(turns.map(Number)).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
});

test('what is still under way when its transaction ends comes too late', async () => {
  const { within, add, words } = await given();
  let late: Promise<void> | undefined;
  const failing = within((tx) => {
    const slow = async () => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      await add(tx, 'late');
    };
    late = slow();
    return Promise.all([late, add(tx, 'one'), Promise.reject(new Error('no'))]);
  });
  await expect(failing).rejects.toThrow('no');
  await expect(late).rejects.toThrow('the transaction is over');
  expect(await words()).toEqual([]);
});

test('a statement is never run outside a transaction that could not be opened', async () => {
  const { within, ownerUrl, run, pool } = await given();
  const table = 'create table public.kept (text text)';
  await asOwner(ownerUrl, table, 'grant all on public.kept to public');
  const keep = (...texts: string[]) =>
    within((tx) =>
      Promise.all(
        texts.map((text) => sql`insert into public.kept values (${text})`.execute(platform(tx))),
      ),
    );
  await keep('zero'); // it knows the statement by now
  await run('deallocate "start transaction read write"');
  // nor are those that were to go out with it
  await expect(keep('one', 'and', 'more')).rejects.toMatchObject({ code: '26000' });
  // that connection is of no more use: the next work gets another one
  await keep('two');
  const { rows } = await pool.query('select text from public.kept');
  expect(rows).toEqual([{ text: 'zero' }, { text: 'two' }]);
});

test('a failed statement that was caught leaves nothing to commit, and says so', async () => {
  const { within, add, words } = await given();
  const swallowing = within(async (tx) => {
    await add(tx, 'one');
    await add(tx, 'one').catch(() => undefined);
  });
  await expect(swallowing).rejects.toThrow('rolled back instead');
  await within((tx) => add(tx, 'two'));
  expect(await words()).toEqual(['two']);
});

test('what is left for the commit is done with it, or fails it', async () => {
  const { within, add, addLast, words } = await given();
  await within(async (tx) => {
    addLast(tx, 'three');
    await add(tx, 'one');
    addLast(tx, 'two');
  });
  expect(await words()).toEqual(['one', 'three', 'two']);
  const failing = within(async (tx) => {
    addLast(tx, 'two');
    await add(tx, 'four');
  });
  await expect(failing).rejects.toMatchObject({ constraint: 'word_pkey' });
  // the connection is as good as before
  await within((tx) => add(tx, 'five'));
  expect(await words()).toEqual(['five', 'one', 'three', 'two']);
});

test('what is left by work that did nothing else is done too', async () => {
  const { within, addLast, words } = await given();
  await within(async (tx) => {
    addLast(tx, 'one');
    addLast(tx, 'two');
  });
  expect(await words()).toEqual(['one', 'two']);
});

test('what is left by work that failed is not done', async () => {
  const { within, add, addLast, words } = await given();
  const failing = within(async (tx) => {
    await add(tx, 'one');
    addLast(tx, 'two');
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect(await words()).toEqual([]);
});

test('a read-only transaction writes nothing', async () => {
  const { within, words } = await given();
  const writing = within(
    (tx) => sql`insert into messages.message default values`.execute(platform(tx)),
    { readOnly: true },
  );
  await expect(writing).rejects.toMatchObject({ code: '25006' });
  expect(await words()).toEqual([]);
});

test('a table that changed below a connection is read by another one', async () => {
  const { within, pool, ownerUrl } = await given();
  await asOwner(ownerUrl, 'create schema shape', 'create table shape.thing (id integer)');
  const role = (
    await within((tx) => sql<{ name: string }>`select current_user as name`.execute(platform(tx)))
  ).rows[0];
  await asOwner(
    ownerUrl,
    `grant usage on schema shape to ${role?.name}`,
    `grant all on shape.thing to ${role?.name}`,
    'insert into shape.thing values (1)',
  );
  const read = async () => {
    const reading = (tx: Tx) =>
      sql`select * from shape.thing where id > ${0}`.execute(platform(tx));
    return (await within(reading)).rows;
  };
  expect(await read()).toEqual([{ id: 1 }]);
  await asOwner(ownerUrl, "alter table shape.thing add column name text default 'new'");
  expect(await read()).toEqual([{ id: 1, name: 'new' }]);
  expect(pool.totalCount).toBe(1);
});

test.for([{ readOnly: true }, { readOnly: false }])(
  'a table that changed below every connection refuses nobody, one by one or at once: %o',
  async (options) => {
    const { within, ownerUrl, pool, readers } = await given({ max: 10 });
    await asOwner(
      ownerUrl,
      'create schema shape',
      'create table shape.thing (id integer)',
      'insert into shape.thing values (1)',
      'grant usage on schema shape to public',
      'grant select on shape.thing to public',
    );
    const read = (seconds: number) =>
      within(async (tx) => {
        const asked = sql`select thing.* from shape.thing, pg_sleep(${seconds})`;
        return (await asked.execute(platform(tx))).rows;
      }, options);
    const atOnce = (seconds: number) =>
      Promise.allSettled(Array.from({ length: 10 }, () => read(seconds)));
    // each on a connection of its own: all ten know the statement
    await atOnce(0.2);
    expect((options.readOnly ? readers : pool).totalCount).toBe(10);
    await asOwner(ownerUrl, "alter table shape.thing add column name text default 'new'");
    expect(await read(0)).toEqual([{ id: 1, name: 'new' }]);

    await atOnce(0.2);
    await asOwner(ownerUrl, 'alter table shape.thing add column size integer');
    const rows = [{ id: 1, name: 'new', size: null }];
    const fulfilled = { status: 'fulfilled', value: rows };
    expect(await atOnce(0)).toEqual(Array.from({ length: 10 }, () => fulfilled));
  },
);

async function asOwner(url: string, ...statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}
