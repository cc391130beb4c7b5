import { expect, test } from 'vitest';
import { addressKey, addressOf } from './address.rules.ts';

test.for([
  ['ada@example.org', 'ada@example.org'],
  ['  Ada.Lovelace+bills@Example.ORG ', 'Ada.Lovelace+bills@example.org'],
  ['ada@müller.example', 'ada@xn--mller-kva.example'],
  // full-width letters are read as what they look like, then checked
  ['ａｄａ@example.org', 'ada@example.org'],
])('[N5] %s is the address %s', ([typed = '', kept]) => {
  expect(addressOf(typed)).toBe(kept);
});

test.for([
  'ada',
  'ada@',
  '@example.org',
  'ada@localhost',
  'ada@192.0.2.1',
  'ada@[192.0.2.1]',
  'ada@example.org@evil.example',
  '"ada"@example.org',
  'ada lovelace@example.org',
  'ada@exa mple.org',
  'ada@example.org\nbcc:x@evil.example',
  'ada\u202e@example.org',
  'ada@example\u202e.org',
  'ada@example.org/../evil',
  'ada..l@example.org',
  '.ada@example.org',
  'ada@-example.org',
  // NFKC turns this sign into a second @
  'ada@example.org﹫evil.example',
  'аda@example.org',
  `${'a'.repeat(65)}@example.org`,
  `ada@${'a'.repeat(64)}.org`,
])('[N5] %j is no address', (typed) => {
  expect(addressOf(typed)).toBeUndefined();
});

test('[N5] two spellings of one mailbox have one key', () => {
  expect(addressKey('Ada@example.org')).toBe(addressKey('ada@example.org'));
});
