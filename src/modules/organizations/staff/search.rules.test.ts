import { expect, test } from 'vitest';
import { lookFor } from './search.rules.ts';

test.for([
  ['', {}],
  ['  --  ', {}],
  ['ada@example.com ', { address: 'ada@example.com' }],
  ['Acme & Söhne', { words: ['Acme', 'Söhne'] }],
  ['100 234', { words: ['100', '234'], customerNumber: 100_234n }],
  ['42', { words: ['42'] }],
  ["O'Neil:* | x", { words: ['O', 'Neil', 'x'] }],
] as const)('staff type $0', ([text, wanted]) => {
  expect(lookFor(text)).toEqual(wanted);
});
