import { expect, test } from 'vitest';
import { isUnderway, latestCopied, underwaySeconds } from './renewal.rules.ts';

const now = new Date('2026-03-31T12:00:00Z');
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);

test('[SE-03] a replaced token may be under way for ten seconds, and is a copy from then on', () => {
  expect(underwaySeconds).toBe(10);
  expect(isUnderway(now, now)).toBe(true);
  expect(isUnderway(ago(9.999), now)).toBe(true);
  expect(isUnderway(ago(10), now)).toBe(false);
  expect(latestCopied(now)).toEqual(ago(10));
});
