import { expect, test } from 'vitest';
import { boundHash, newToken, tokenHash } from './token.ts';

test('[SE-01] tokens have 256 random bits in 43 characters, and no two are alike', () => {
  const tokens = new Set<string>();
  for (let made = 0; made < 100_000; made++) tokens.add(newToken('ms'));
  expect(tokens.size).toBe(100_000);
  const odd = [...tokens].filter((token) => !/^ms_[A-Za-z0-9_-]{43}$/.test(token));
  expect(odd).toEqual([]);
});

test('[SE-02] what is stored is a hash that says nothing', () => {
  const token = newToken('ml');
  expect(tokenHash(token)).toHaveLength(32);
  expect(tokenHash(token)).toEqual(tokenHash(token));
  expect(tokenHash(token)).not.toEqual(tokenHash(`${token} `));
});

test('values that are bound together cannot run into each other', () => {
  expect(boundHash(['a', 'bc'])).not.toEqual(boundHash(['ab', 'c']));
});
