import { expect, test } from 'vitest';
import { csvRow } from './csv.rules.ts';

test('[N12] a formula in a cell is shown, never run', () => {
  expect(csvRow(['=1+1', '+41', '@x', '-2', '-x', '\tx'])).toBe("'=1+1;'+41;'@x;-2;'-x;'\tx\r\n");
});

test('[N12] what separates cells is quoted', () => {
  expect(csvRow(['a;b', 'say "x"', 'two\nlines'])).toBe('"a;b";"say ""x""";"two\nlines"\r\n');
});
