import { expect, test } from 'vitest';
import { spellCode } from '../templates/code.rules.ts';
import { failureOf, isMailbox } from './message.rules.ts';

const error = (facts: object) => Object.assign(new Error('no'), facts);

test('what the mail server refuses for good is not tried again', () => {
  expect(failureOf(error({ responseCode: 550, command: 'RCPT TO' }))).toBe('refused');
});

test('later means later', () => {
  expect(failureOf(error({ responseCode: 451, command: 'DATA' }))).toBe('again');
  expect(failureOf(error({ code: 'ECONNREFUSED', command: 'CONN' }))).toBe('again');
  expect(failureOf('a text')).toBe('again');
});

test('silence after the text went out: nobody knows, so it is not sent twice', () => {
  expect(failureOf(error({ code: 'ETIMEDOUT', command: 'DATA' }))).toBe('unsure');
});

test.for([
  'ada@example.com\r\nBcc: all@example.com',
  'ada@example.com, eve@example.com',
  '<ada@example.com>',
  '"ada\\"@x"@example.com',
  'ada',
  '@example.com',
  'ada@b@example.com',
])('%j is no mailbox', (address) => {
  expect(isMailbox(address)).toBe(false);
});

test('an ordinary address is one', () => {
  expect(isMailbox("o'neil.ada+news@mail.example.co.uk")).toBe(true);
});

test('a code is sixteen letters that nobody confuses, in groups', () => {
  expect(spellCode(Buffer.alloc(32, 0))).toBe('0000-0000-0000-0000');
  expect(spellCode(Buffer.alloc(32, 255))).toBe('ZZZZ-ZZZZ-ZZZZ-ZZZZ');
  expect(spellCode(Buffer.from('00443214c74254b635cf'.padEnd(64, '0'), 'hex'))).toBe(
    '0123-4567-89AB-CDEF',
  );
});
