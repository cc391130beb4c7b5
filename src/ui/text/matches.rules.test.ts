import { expect, test } from 'vitest';
import { matches } from './matches.rules.ts';

test.for([
  ['', true],
  ['  ', true],
  ['diseno', true],
  ['SARL alpes', true],
  ['0417', true],
  ['alpes gmbh', false],
] as const)('[R28] “%s” finds Alpes Diseño Sàrl 100417: %s', ([typed, found]) => {
  expect(matches('Alpes Diseño Sàrl 100417', typed)).toBe(found);
});
