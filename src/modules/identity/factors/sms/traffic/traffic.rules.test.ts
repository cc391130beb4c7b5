import { expect, test } from 'vitest';
import { isPumped } from './traffic.rules.ts';

const traffic = (place: string, sends: number, verified: number) =>
  isPumped({ place, country: 'CH', sends, verified });

test.for([
  ['CH', 30, 8, true],
  ['CH', 30, 9, false], // thirty per cent are enough
  ['CH', 29, 0, false], // too few to conclude anything
  ['CH', 1000, 299, true],
  ['CH', 1000, 300, false],
  ['+4179123', 10, 2, true],
  ['+4179123', 10, 3, false],
  ['+4179123', 9, 0, false],
] as const)(
  '[LK-14] %s, %s sent, %s came back: stopped is %s',
  ([place, sends, verified, stopped]) => {
    expect(traffic(place, sends, verified)).toBe(stopped);
  },
);
