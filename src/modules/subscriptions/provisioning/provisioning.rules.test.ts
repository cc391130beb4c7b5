import { expect, test } from 'vitest';
import { isLastTry, mostTries, problemOf } from './provisioning.rules.ts';

test('[N10] the fifth try is the last', () => {
  expect([1, 2, 3, 4, 5, 6].filter(isLastTry)).toEqual([5, 6]);
  expect(mostTries).toBe(5);
});

test('a failure is told in a sentence that fits a screen', () => {
  expect(problemOf(new Error('the registrar is asleep'))).toBe('the registrar is asleep');
  expect(problemOf('no')).toBe('no');
  expect(problemOf(new Error('x'.repeat(5000)))).toHaveLength(1000);
});
