import { expect, test } from 'vitest';
import { resultOf } from './entry.rules.ts';

test('the log says of what was tried in vain that it failed', () => {
  for (const action of [
    'identity.sign-in-failed',
    'identity.factor-failed',
    'identity.push-wrong-number',
    'identity.account-locked',
  ]) {
    expect(resultOf(action), action).toBe('failed');
  }
  expect(resultOf('identity.account-unlocked')).toBe('done');
  expect(resultOf('identity.signed-in')).toBe('done');
});
