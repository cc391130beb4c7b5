import { createServer, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { newId } from '#kernel/new-id.ts';
import { hire } from '#test/people.ts';
import { endOfMarch as now, given, type World } from '#test/world.ts';
import { queueSms } from './queue-sms.ts';
import { readSmsMailbox } from './read-sms.ts';
import { staffSmsMailbox } from './sms.contract.ts';

const userId = newId('usr', now);
const inMinutes = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const hello = { to: '+41791234567', body: 'Hello', userId, diesAt: inMinutes(5) };

const rows = (world: World) =>
  world.query<{ status: string; tries: number; problem: string | null; sealed: string | null }>(
    'select status, tries, problem, sealed from messages.sms order by id',
  );

/** A gateway that answers in turn with these, and settings that lead to it. */
async function gateway(...statuses: number[]) {
  const told: { id: string; to: string; text: string }[] = [];
  const keep = async (request: IncomingMessage): Promise<void> => {
    told.push(JSON.parse(await text(request)));
  };
  const server = createServer((request, response) => {
    void keep(request).finally(() => response.writeHead(statuses.shift() ?? 200).end());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => new Promise<void>((done) => void server.close(() => done())));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const settings = {
    ATRIO_SMS_URL: `http://127.0.0.1:${port}/`,
    ATRIO_SMS_SECRET: 'a secret of at least 32 characters',
  };
  return { told, settings };
}

test('a text leaves by a job after the commit; what it said is wiped, a rollback leaves none', async () => {
  const { told, settings } = await gateway();
  const world = await given({ settings });
  await world.within((tx) => queueSms(tx, hello, now));
  const undone = world.within(async (tx) => {
    await queueSms(tx, hello, now);
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  expect(told).toEqual([]);
  await world.runJobs();
  expect(told).toMatchObject([{ to: '+41791234567', text: 'Hello' }]);
  expect(await rows(world)).toEqual([{ status: 'sent', tries: 1, problem: null, sealed: null }]);
});

test('[SE-15] neither the table nor the job holds a number or its words in the open', async () => {
  const { settings } = await gateway();
  const world = await given({ settings });
  await world.within((tx) => queueSms(tx, hello, now));
  const kept = [
    ...(await world.query('select * from messages.sms')),
    ...(await world.query('select name, data from pgboss.job')),
  ];
  const all = JSON.stringify(kept);
  expect(all).toContain('messages.send-sms');
  for (const secret of ['791234567', 'Hello']) expect(all).not.toContain(secret);
});

test('a gateway that is down is asked again, with the same id', async () => {
  const { told, settings } = await gateway(503, 503);
  const world = await given({ settings });
  await world.within((tx) => queueSms(tx, hello, now));
  await world.runJobs({ impatient: true, tolerant: true });
  expect(told).toHaveLength(3);
  expect(new Set(told.map(({ id }) => id)).size).toBe(1);
  expect(await rows(world)).toMatchObject([{ status: 'sent', tries: 3 }]);
});

test('[LG-04] a gateway that says no is not asked again, and the text is wiped', async () => {
  const { told, settings } = await gateway(400);
  const world = await given({ settings });
  await world.within((tx) => queueSms(tx, hello, now));
  await world.runJobs({ impatient: true });
  expect(told).toHaveLength(1);
  const problem = 'the gateway answered 400';
  expect(await rows(world)).toMatchObject([{ status: 'failed', problem, sealed: null }]);
});

test('a text that nobody waits for any more does not leave', async () => {
  const { told, settings } = await gateway();
  const world = await given({ settings });
  await world.within((tx) => queueSms(tx, hello, now));
  world.clock.moveTo(inMinutes(5));
  await world.runJobs();
  expect(told).toEqual([]);
  expect(await rows(world)).toMatchObject([{ status: 'failed', problem: 'too late' }]);
});

test('a sandbox keeps texts and shows them to staff; elsewhere nobody reads them', async () => {
  const world = await given();
  await world.within((tx) => queueSms(tx, hello, now));
  const sam = await hire(world, 'support');
  const shown = { to: '+41791234567', body: 'Hello', status: 'kept' };
  expect((await sam.browser.call(staffSmsMailbox)).rows).toMatchObject([shown]);
});

test('outside a sandbox the mailbox of texts does not exist', async () => {
  const world = await given({ settings: { ATRIO_DEMO: 'off' } });
  const asked = world.within(readSmsMailbox);
  await expect(asked).rejects.toMatchObject({ code: 'messages.not-a-sandbox' });
});
