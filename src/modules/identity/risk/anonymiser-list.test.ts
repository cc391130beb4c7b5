import { expect, test } from 'vitest';
import { prefixesIn } from './anonymiser-list.ts';

test('a list names addresses and prefixes, a line each, with remarks', () => {
  const text = `# exits of the week\n198.51.100.7\n\n203.0.113.0/24  # a whole block\r\n2001:db8:1::/48\n`;
  expect(prefixesIn(text)).toEqual([
    { address: '198.51.100.7', bits: 32, kind: 'ipv4' },
    { address: '203.0.113.0', bits: 24, kind: 'ipv4' },
    { address: '2001:db8:1::', bits: 48, kind: 'ipv6' },
  ]);
});

test('an address of IPv6 stands for its /64: nothing finer is known of a browser', () => {
  expect(prefixesIn('2001:db8::7')).toMatchObject([{ bits: 64, kind: 'ipv6' }]);
});

test('what is neither is named with its line', () => {
  for (const wrong of ['tor.example', '203.0.113.0/33', '1.2.3', '<html>']) {
    expect(() => prefixesIn(`198.51.100.7\n${wrong}`)).toThrow(`line 2, “${wrong}”`);
  }
});
