import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { deviceSeconds } from '../sessions/session.rules.ts';
import { doorBudgets } from './door-budget.rules.ts';
import { laneLimits } from './lane.rules.ts';
import { sprayLimit } from './spraying/note-spraying.ts';
import { unlockMinutes } from './unlock/unlock-link.ts';

const document = readFileSync(join(import.meta.dirname, '../../../../docs/lock-out.md'), 'utf8');
const said = (pattern: RegExp) => pattern.exec(document)?.slice(1).map(Number);
const [aMinute, anHour] = doorBudgets('any', 'any').map(({ budget }) => budget);

test('[LK-01] the document says the thresholds that are in the code', () => {
  const { threshold, defaultThreshold, deviceThreshold, lockSeconds } = laneLimits;
  expect(said(/Strange browsers, together\s*\|\s*(\d+)\s*\| locked for (\d+) hours/)).toEqual([
    defaultThreshold,
    lockSeconds / 3600,
  ]);
  expect(said(/the owner chooses (\d+) to (\d+)/)).toEqual([threshold.least, threshold.most]);
  expect(said(/Each known browser, its own\s*\|\s*(\d+)/)).toEqual([deviceThreshold]);
  expect(said(/(\d+) a minute\s*\| wait, at most (\d+) an hour/)).toEqual([
    aMinute?.count,
    anHour?.count,
  ]);
  expect(said(/fails at (\d+) different addresses/)).toEqual([sprayLimit.addresses]);
  expect([aMinute?.windowSeconds, anHour?.windowSeconds]).toEqual([60, 3600]);
});

test('[LK-01] the document says pauses, lanes and unlock as they are in the code', () => {
  const pauses = /from the (\d+)th on: ([\d s,]+)\./.exec(document);
  expect(Number(pauses?.[1])).toBe(laneLimits.pausesFrom);
  expect(pauses?.[2]?.split(', ').map((pause) => Number.parseInt(pause, 10))).toEqual([
    ...laneLimits.pauseSeconds,
  ]);
  expect(said(/stays known for (\d+) days/)).toEqual([deviceSeconds / 86_400]);
  expect(said(/\*\*Wait\*\*: (\d+) hours/)).toEqual([laneLimits.lockSeconds / 3600]);
  expect(said(/good once, for (\d+) minutes/)).toEqual([unlockMinutes]);
  for (const lane of ['known browser', 'passkeys', 'single sign-on', 'administrator', '/unlock']) {
    expect(document).toContain(lane);
  }
});
