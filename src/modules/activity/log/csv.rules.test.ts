import { expect, test } from 'vitest';
import { csvLine } from './csv.rules.ts';

test('a cell with a comma, a quote or a line break is quoted', () => {
  expect(csvLine(['a,b', 'say "x"', 'one\ntwo', 'plain'])).toBe(
    '"a,b","say ""x""","one\ntwo",plain\r\n',
  );
});

test.for(['=1+1', '+1', '-1', '@x', '\t=1'])('%j never runs as a formula', (text) => {
  expect(csvLine([text])).toBe(`'${text}\r\n`);
});
