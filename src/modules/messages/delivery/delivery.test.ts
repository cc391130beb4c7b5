import { createServer, type Server } from 'node:net';
import { once } from 'node:events';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { expect, onTestFinished, test } from 'vitest';
import type { UserId } from '#kernel/ids.ts';
import { newId } from '#kernel/new-id.ts';
import { endOfMarch as now, given, testKeys, type World } from '#test/world.ts';
import { defineLetter, queue, type Recipient } from '../index.ts';
import { signedBytes } from '../outbox/queue.ts';
import { listOwnMessages, readMailboxMessage, readOwnMessage } from '../outbox/read-messages.ts';
import { sendMessage } from './send-message.ts';
import { claimMessage } from '../outbox/message.store.ts';

const hello = defineLetter<{ who: string; link: string }>('test.hello', {
  en: ({ who, link }) => ({
    subject: `Hello ${who}`,
    lines: [`We greet ${who}.`],
    action: { label: 'Open', url: link },
  }),
  es: ({ who, link }) => ({
    subject: `Hola ${who}`,
    lines: [`Saludamos a ${who}.`],
    action: { label: 'Abrir', url: link },
  }),
});

const facts = { who: 'Añil & Cía', link: 'https://portal.example/x?a=1&b=2' };
const ada: Recipient & { userId: UserId } = {
  address: 'Ada@example.com',
  name: 'Ada Lovelace',
  language: 'en',
  userId: newId('usr', now),
};

const write = (world: World, to: Recipient = ada, who = facts.who) =>
  world.within((tx) => queue(tx, hello, { ...facts, who }, to, now));

type Row = { id: string; status: string; tries: number; problem: string | null };
const rows = (world: World) =>
  world.query<Row>('select id, status, tries, problem from messages.message order by id');

type Arrived = { readonly from: string; readonly to: string[]; readonly source: string };

/** A mail server that keeps what arrives. */
async function mailServer(options: SMTPServerOptions = {}) {
  const arrived: Arrived[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    closeTimeout: 50, // the mailer keeps its connections
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        arrived.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          source: Buffer.concat(chunks).toString(),
        });
        done();
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  const net: Server = server.listen(0, '127.0.0.1');
  await once(net, 'listening');
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return { arrived, settings: smtpAt(portOf(net)) };
}

const portOf = (server: Server): number => {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
};
const smtpAt = (port: number) => ({ ATRIO_SMTP_URL: `smtp://127.0.0.1:${port}` });

test('a letter arrives with both parts, in its reader’s language, and is marked sent', async () => {
  const { arrived, settings } = await mailServer();
  const world = await given({ settings });
  await write(world, { ...ada, language: 'es' });
  expect((await rows(world))[0]?.status).toBe('queued');
  await world.runJobs();

  expect(arrived).toHaveLength(1);
  const [mail] = arrived;
  expect(mail?.to).toEqual(['Ada@example.com']);
  expect(mail?.source).toContain('Content-Type: multipart/alternative');
  expect(mail?.source).toContain('Content-Type: text/plain');
  expect(mail?.source).toContain('Content-Type: text/html');
  expect(mail?.source).toContain('Message-ID: <msg_');
  expect(mail?.source).toMatch(/X-Atrio-Code: ([0-9A-Z]{4}-){3}[0-9A-Z]{4}/);
  expect(await rows(world)).toMatchObject([{ status: 'sent', tries: 1 }]);
});

test('a rollback leaves no message and no job', async () => {
  const { arrived, settings } = await mailServer();
  const world = await given({ settings });
  const attempt = world.within(async (tx) => {
    await queue(tx, hello, facts, ada, now);
    throw new Error('something else went wrong');
  });
  await expect(attempt).rejects.toThrow('something else went wrong');
  await world.runJobs();
  expect(await rows(world)).toEqual([]);
  expect(arrived).toEqual([]);
});

test('a name with line breaks adds no header and no reader', async () => {
  const { arrived, settings } = await mailServer();
  const world = await given({ settings });
  const name = 'Eve\r\nBcc: all@example.com\r\n\r\nA body';
  await write(world, { ...ada, name }, 'Eve\r\nX-Evil: yes');
  await world.runJobs();

  expect(arrived[0]?.to).toEqual(['Ada@example.com']);
  const head = arrived[0]?.source.split('\r\n\r\n')[0] ?? '';
  expect(head).not.toMatch(/^(Bcc|X-Evil):/im);
  expect(head).toContain('Subject: Hello Eve X-Evil: yes');
});

test('an address that is not one mailbox is a bug of ours, and nothing is written', async () => {
  const world = await given();
  const twice = { ...ada, address: 'ada@example.com, eve@example.com' };
  await expect(write(world, twice)).rejects.toThrow('one mailbox');
  expect(await rows(world)).toEqual([]);
});

test('without a mail server a message is kept and read in the portal', async () => {
  const world = await given();
  await write(world);
  await world.runJobs();
  expect(await rows(world)).toMatchObject([{ status: 'kept' }]);
  const [mail] = await world.mails('ada@EXAMPLE.com');
  expect(mail?.body.text).toContain('We greet Añil & Cía.');
  expect(mail?.body.html).toContain('We greet Añil &amp; Cía.');
});

test('a server that says no for good is asked once; staff see why', async () => {
  const onRcptTo: SMTPServerOptions['onRcptTo'] = (_address, _session, done) =>
    done(Object.assign(new Error('no such mailbox'), { responseCode: 550 }));
  const { settings } = await mailServer({ onRcptTo });
  const world = await given({ settings });
  await write(world);
  await world.runJobs();
  const [row] = await rows(world);
  expect(row).toMatchObject({ status: 'failed', tries: 1 });
  expect(row?.problem).toContain('no such mailbox');
});

test('a server that is away is asked again: the message goes back into the queue', async () => {
  const closed = createServer().listen(0, '127.0.0.1');
  await once(closed, 'listening');
  const settings = smtpAt(portOf(closed));
  closed.close();
  await once(closed, 'close');

  const world = await given({ settings });
  await write(world);
  await world.runJobs({ tolerant: true });
  expect(await rows(world)).toMatchObject([{ status: 'queued', tries: 1 }]);

  await world.runJobs({ tolerant: true, impatient: true }); // until it gives up
  const [row] = await rows(world);
  expect(row).toMatchObject({ status: 'failed', tries: 8 });
  expect(row?.problem).toContain('ECONNREFUSED');
});

test('a message that a dead worker had in hand is never sent twice', async () => {
  const { arrived, settings } = await mailServer();
  const world = await given({ settings });
  await write(world);
  const [{ id } = { id: '' }] = await rows(world);
  const messageId = `msg_${id.replaceAll('-', '')}` as const;
  await world.within((tx) => claimMessage(tx, messageId)); // and then the worker died
  await world.runJobs();
  expect(arrived).toEqual([]);
  expect(await rows(world)).toMatchObject([{ status: 'failed', problem: 'interrupted' }]);
});

test('two workers with the same message send it once', async () => {
  let sent = 0;
  const mailer = {
    send: async () => {
      sent += 1;
      await new Promise((resolve) => setTimeout(resolve, 20));
    },
  };
  const { settings } = await mailServer();
  const world = await given({ settings, mailer });
  await write(world);
  const [{ id } = { id: '' }] = await rows(world);
  const messageId = `msg_${id.replaceAll('-', '')}` as const;
  const send = () => sendMessage(world.within, mailer, { messageId, now });
  await Promise.all([send(), send(), send()]);
  expect(sent).toBe(1);
  expect(await rows(world)).toMatchObject([{ status: 'sent' }]);
});

test('[B2] one’s own messages are listed and read as they were sent, nobody else’s', async () => {
  const world = await given();
  const grace = { ...ada, address: 'grace@example.com', userId: newId('usr', now) };
  await write(world);
  await write(world, grace);

  const mine = await world.within((tx) => listOwnMessages(tx, ada.userId, { limit: 10 }));
  expect(mine.rows).toMatchObject([{ address: 'Ada@example.com', subject: 'Hello Añil & Cía' }]);
  const theirs = await world.within((tx) => listOwnMessages(tx, grace.userId, { limit: 10 }));
  const [hers] = theirs.rows;
  const read = (userId: UserId) =>
    world.within((tx) => readOwnMessage(tx, userId, hers?.messageId ?? 'msg_'));
  expect(await read(grace.userId)).toMatchObject({ code: hers?.code });
  await expect(read(ada.userId)).rejects.toMatchObject({ code: 'messages.no-such-message' });
});

test('[B2] the signature covers who was told what, and the code stands in the text', async () => {
  const world = await given();
  await write(world);
  const [row] = await world.query<{ key_id: string; signature: Buffer }>(
    'select key_id, signature from messages.message',
  );
  const [mail] = await world.mails('ada@example.com');
  if (!row || !mail) throw new Error('there is no message');
  expect(mail.body.text).toContain(mail.code);
  const signature = { kid: row.key_id, value: row.signature };
  const said = (text: string) => signedBytes(mail.messageId, mail.address, mail.subject, text);
  expect(testKeys.verify(said(mail.body.text), signature)).toBe(true);
  expect(testKeys.verify(said(`${mail.body.text}!`), signature)).toBe(false);
});

test('what a message says never changes, and is not readable in the database', async () => {
  const world = await given();
  await write(world);
  await expect(world.query("update messages.message set subject = 'x'")).rejects.toThrow(
    'what a message says never changes',
  );
  const [row] = await world.query<{ text: string }>(
    'select row_to_json(m)::text as text from messages.message m',
  );
  expect(row?.text).not.toContain('We greet');
});

test('the mailbox of the development is closed outside a sandbox', async () => {
  const world = await given({ settings: { ATRIO_DEMO: 'off' } });
  await write(world);
  const [{ id } = { id: '' }] = await rows(world);
  const read = world.within((tx) => readMailboxMessage(tx, `msg_${id.replaceAll('-', '')}`));
  await expect(read).rejects.toMatchObject({ code: 'messages.not-a-sandbox' });
});
