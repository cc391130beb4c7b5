import { expect, test } from 'vitest';
import { initialsOf, tintOf } from './initials.rules.ts';

test.for([
  ['Alpes Diseño Sàrl', 'AD'],
  ['marta', 'M'],
  ['«Élan» & Co', 'C'],
  ['', ''],
] as const)('“%s” is shown as “%s”', ([name, initials]) => {
  expect(initialsOf(name)).toBe(initials);
});

test('a name keeps its colour', () => {
  expect(tintOf('Alpes Diseño Sàrl')).toBe(tintOf('Alpes Diseño Sàrl'));
  expect(new Set(['a', 'b', 'c', 'd', 'e', 'f'].map(tintOf)).size).toBe(6);
});
