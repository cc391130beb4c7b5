import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { smtpMailer, type SmtpMailer } from './smtp-mailer.ts';

let received: { from: string; to: string[]; body: string }[] = [];
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData: (stream, { envelope }, done) => void keep(stream, envelope, done),
});
let mailer: SmtpMailer;

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  const who = { mailFrom: 'portal@example.org', brand: 'Atrio' };
  mailer = smtpMailer(`smtp://127.0.0.1:${port}`, who);
});
afterAll(async () => {
  mailer.close();
  await new Promise<void>((done) => server.close(done));
});

const letter = {
  to: { address: 'ada@example.org', name: 'Ada Lovelace' },
  subject: 'Grüezi',
  text: 'Hello',
  html: '<p>Hello</p>',
};

test('a mail reaches the server with its sender, its reader and both bodies', async () => {
  received = [];
  await mailer.send({ ...letter, messageId: '<msg_1@portal.example.org>' });

  expect(received).toMatchObject([{ from: 'portal@example.org', to: ['ada@example.org'] }]);
  const { body } = received[0]!;
  expect(body).toContain('From: Atrio <portal@example.org>');
  expect(body).toContain('Message-ID: <msg_1@portal.example.org>');
  expect(body).toContain('Auto-Submitted: auto-generated');
  expect(body).toContain('text/plain');
  expect(body).toContain('<p>Hello</p>');
});

test('a mail that the server refuses is an error, so that the job tries again', async () => {
  await expect(mailer.send({ ...letter, text: 'refuse me' })).rejects.toThrow('not today');
});

test('a name cannot smuggle in another reader or header', async () => {
  received = [];
  const name = 'Ada" <eve@example.org>\r\nBcc: eve@example.org';
  await mailer.send({
    ...letter,
    to: { address: 'ada@example.org', name },
    subject: 'a\r\nBcc: b@c.de',
  });
  expect(received[0]!.to).toEqual(['ada@example.org']);
  expect(received[0]!.body).not.toMatch(/^Bcc:/im);
});

test('a server that is not there is an error', async () => {
  const lost = smtpMailer('smtp://127.0.0.1:9', { mailFrom: 'a@b.ch', brand: 'Atrio' });
  await expect(lost.send(letter)).rejects.toThrow('ECONNREFUSED');
  await expect(lost.verify()).rejects.toThrow('ECONNREFUSED');
  lost.close();
});

async function keep(
  stream: Readable,
  { mailFrom, rcptTo }: SMTPServerSession['envelope'],
  done: (error?: Error | null) => void,
): Promise<void> {
  const body = await text(stream);
  const from = mailFrom ? mailFrom.address : '';
  received.push({ from, to: rcptTo.map(({ address }) => address), body });
  done(body.includes('refuse me') ? new Error('not today') : null);
}
