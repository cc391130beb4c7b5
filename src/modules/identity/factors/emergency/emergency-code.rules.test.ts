import { expect, test } from 'vitest';
import { readCode, spellCode } from './emergency-code.rules.ts';

const secret = 'ABCDEFGHJKMNPQ01';

test('[MF-04] a code is read as it is spelled, however it is typed', () => {
  expect(spellCode(3, secret)).toBe('3-ABCD-EFGH-JKMN-PQ01');
  const typed = ['3-ABCD-EFGH-JKMN-PQ01', '3abcdefghjkmnpq01', ' 3 ABCD efgh JKMN PQol '];
  for (const text of typed) expect(readCode(text)).toEqual({ number: 3, secret });
});

test.for([
  '',
  '3',
  '3-ABCD-EFGH-JKMN',
  '3-ABCD-EFGH-JKMN-PQ011',
  'X-ABCD-EFGH-JKMN-PQ01',
  '3-UUUU-EFGH-JKMN-PQ01',
])('%s is no code', (text) => {
  expect(readCode(text)).toBeUndefined();
});
