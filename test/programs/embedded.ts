// A process that uses an embedded database, for tests that kill it, interrupt it or run it
// elsewhere.
// It is told what to do in lines on its standard input and answers each in a line of JSON.
import { rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { startEmbedded, type Embedded } from '#platform/database/embedded.ts';

const [directory = ''] = process.argv.slice(2);
const say = (answer: object) => console.log(JSON.stringify(answer));
process.on('SIGINT', () => say({ interrupted: true }));

async function main(): Promise<void> {
  const embedded = await startEmbedded({
    directory,
    onCrash: ({ message }) => say({ crash: message }),
  });
  say({ ready: embedded.url });
  for await (const line of createInterface({ input: process.stdin })) {
    const [word = '', argument = ''] = line.split(' ');
    say(await obey(embedded, word, argument).catch(failure));
    if (word === 'stop') return process.exit(0);
  }
}

async function obey(embedded: Embedded, word: string, argument: string): Promise<object> {
  switch (word) {
    case 'stop':
      await embedded.stop();
      return { stopped: true };
    case 'write':
      return { wrote: await write(embedded.url, Number(argument)) };
    case 'count':
      return { count: await count(embedded.url) };
    case 'remove':
      await rm(argument);
      return { removed: argument };
    default:
      throw new Error(`what is ${word}?`);
  }
}

/** Commits rows one by one, each of which is said when it is acknowledged. */
async function write(url: string, rows: number): Promise<number> {
  return withClient(url, async (client) => {
    await client.query(
      'create table if not exists written (n int primary key, filler text storage external)',
    );
    const { rows: found } = await client.query<{ n: number }>(
      'select count(*)::int as n from written',
    );
    const first = found[0]?.n ?? 0;
    for (let n = first; n < first + rows; n++) {
      await client.query('insert into written values ($1, repeat(md5($1::int::text), 240))', [n]);
      say({ acknowledged: n });
    }
    return rows;
  });
}

function count(url: string): Promise<number> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ n: number }>('select count(*)::int as n from written');
    return rows[0]?.n ?? -1;
  });
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

function failure(error: unknown): object {
  const { message, code } = error as Error & { code?: string };
  return { failed: message, code };
}

await main().catch((error: unknown) => {
  say(failure(error));
  process.exit(1);
});
