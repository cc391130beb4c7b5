import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readSettings } from '#platform/settings.ts';
import { deviceSeconds } from '../sessions/session.rules.ts';
import { doorBudgets, knownBrowserBudget } from './door-budget.rules.ts';
import { laneLimits } from './lane.rules.ts';
import { ratioLimits } from './ratio/ratio.rules.ts';
import { sprayLimit } from './spraying/note-spraying.ts';
import { unlockMinutes } from './unlock/unlock-link.ts';
import { roundsWanted, workLimits } from './work/work.rules.ts';

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

test('[LK-01] [LK-14] the document says when work is wanted, and how much', () => {
  const from = readSettings({}).proofOfWorkFrom;
  expect(said(/after (\d+) tries a minute of one network/)).toEqual([from]);
  const steps = [...document.matchAll(/\|\s*(\d+) to (\d+)\s*\|\s*(\d+)\s*\|/g)];
  const isMarked = false;
  for (const [, first, last, rounds] of steps) {
    expect(roundsWanted({ tries: Number(first), from, isMarked })).toBe(Number(rounds));
    expect(roundsWanted({ tries: Number(last), from, isMarked })).toBe(Number(rounds));
  }
  expect(steps.map(([, , , rounds]) => Number(rounds))).toEqual([...workLimits.rounds]);
  expect(said(/One key in (\d+) is an answer/)).toEqual([16 ** workLimits.keyPrefix.length]);
  expect(said(/A challenge counts for (\d+) minutes/)).toEqual([workLimits.validSeconds / 60]);
  expect(said(/for (\d+) minutes from the last one/)).toEqual([sprayLimit.windowSeconds / 60]);
});

test('[LK-01] [LK-14] the document says when an instance is attacked', () => {
  const limits = ratioLimits;
  expect(said(/at least (\d+) within\s+(\d+) minutes/)).toEqual([
    limits.leastFailures,
    limits.windowSeconds / 60,
  ]);
  expect(said(/more than (\d+) % of all, and more than (\d+) times/)).toEqual([
    limits.leastShare * 100,
    limits.timesUsual,
  ]);
  expect(said(/in the (\d+) days before \(or more than (\d+) %\)/)).toEqual([
    limits.baselineSeconds / 86_400,
    limits.mostShare * 100,
  ]);
  expect(said(/wanted for (\d+) minutes from the last time/)).toEqual([limits.wantedSeconds / 60]);
  expect(said(/because of that, (\d+) times a minute/)).toEqual([knownBrowserBudget.count]);
});
