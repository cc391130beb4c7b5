import { describe, expect, test } from 'vitest';
import { startOf, type Day, type Instant } from '#kernel/calendar.ts';
import { factorMethods, keepsStrongMethod, type FactorMethod } from './factor-method.rules.ts';
import {
  changesOf,
  daysToChoose,
  demandsFactor,
  dueReminder,
  effectivePolicy,
  mayBegin,
  noPolicy,
  stopsOn,
  type ActsUnder,
  type Policy,
} from './policy.rules.ts';

const noonOf = (date: Day): Instant => new Date(startOf(date).getTime() + 12 * 3_600_000);
const longAgo = noonOf('2025-01-15');

const requiring = (from: Day, graceDays = 0, methods: readonly FactorMethod[] = factorMethods) =>
  ({ ...noPolicy, secondFactor: { from, graceDays }, methods }) satisfies Policy;
const under = (policy: Policy, joinedAt: Instant = longAgo): ActsUnder => ({ policy, joinedAt });

describe('when somebody without a second factor is stopped', () => {
  test('never, where none is required', () => {
    expect(stopsOn(noPolicy, longAgo)).toBeUndefined();
    expect(demandsFactor(noPolicy, longAgo, noonOf('2099-01-01'))).toBe(false);
  });

  test.for([
    ['2026-04-10', 0, '2025-01-15', '2026-04-10'],
    ['2026-04-10', 14, '2025-01-15', '2026-04-24'],
    ['2026-04-10', 7, '2026-04-10', '2026-04-17'],
    ['2026-04-10', 7, '2026-04-12', '2026-04-19'],
    ['2026-04-10', 0, '2026-05-01', '2026-05-01'],
  ] as const)('required %s, %i days of grace, joined %s: on %s', ([from, grace, joined, stops]) => {
    const policy = requiring(from, grace);
    expect(stopsOn(policy, noonOf(joined))).toBe(stops);
    const midnight = startOf(stops);
    expect(demandsFactor(policy, noonOf(joined), midnight)).toBe(true);
    const before = new Date(midnight.getTime() - 1);
    expect(demandsFactor(policy, noonOf(joined), before)).toBe(false);
  });
});

describe('[D10] the strictest of all organizations that a person acts in', () => {
  const now = noonOf('2026-03-31');

  test('nothing is asked of somebody whose organizations ask nothing', () => {
    const nothing = {
      isFactorDemanded: false,
      stopsOn: undefined,
      methods: undefined,
      idleSeconds: undefined,
      absoluteSeconds: undefined,
      mayStay: true,
    };
    expect(effectivePolicy([], now)).toEqual(nothing);
    expect(effectivePolicy([under(noPolicy), under(noPolicy)], now)).toEqual(nothing);
  });

  test('the earliest day stands, and only a demand of today counts at the door', () => {
    const later = under(requiring('2026-04-20', 0, ['passkey']));
    const sooner = under(requiring('2026-04-01', 5, ['totp']));
    const coming = effectivePolicy([later, sooner], now);
    expect(coming).toMatchObject({ isFactorDemanded: false, stopsOn: '2026-04-06' });
    expect(coming.methods).toBeUndefined();

    const then = effectivePolicy([later, sooner], noonOf('2026-04-06'));
    expect(then).toMatchObject({ isFactorDemanded: true, methods: ['totp'] });
  });

  /** Every pair of the sets that can be saved. */
  const sets = Array.from({ length: 2 ** factorMethods.length }, (_, bits) =>
    factorMethods.filter((_method, place) => (bits & (1 << place)) !== 0),
  ).filter(keepsStrongMethod);

  test('what counts for two is what both allow, or else the strong ones of either', () => {
    expect(sets).toHaveLength(12);
    for (const one of sets) {
      for (const other of sets) {
        const both = [
          under(requiring('2026-03-01', 0, one)),
          under(requiring('2026-03-01', 0, other)),
        ];
        const { methods = [] } = effectivePolicy(both, now);
        const common = one.filter((method) => other.includes(method));
        expect(methods).toEqual(common.length > 0 ? common : ['passkey', 'totp']);
        for (const method of methods) expect([...one, ...other]).toContain(method);
        expect(effectivePolicy(both.toReversed(), now).methods).toEqual(methods);
      }
    }
  });

  test('three of them leave a way in, and it suits all of them or is strong', () => {
    for (const a of sets) {
      for (const b of sets) {
        for (const c of sets) {
          const three = [a, b, c].map((set) => under(requiring('2026-03-01', 0, set)));
          const { methods = [] } = effectivePolicy(three, now);
          expect(methods.length).toBeGreaterThan(0);
          const suitsAll = [a, b, c].every((set) => methods.every((one) => set.includes(one)));
          const isStrong = methods.every((one) => one === 'passkey' || one === 'totp');
          expect(suitsAll || isStrong).toBe(true);
        }
      }
    }
  });

  test('what an organization allows means nothing before it requires a factor', () => {
    const off = under({ ...noPolicy, methods: ['passkey'] });
    const demanding = under(requiring('2026-03-01', 0, ['totp', 'sms']));
    expect(effectivePolicy([off, demanding], now).methods).toEqual(['totp', 'sms']);
  });

  test('the smallest limits stand, and one that forbids to stay is enough', () => {
    const idle = under({ ...noPolicy, mayStay: false, idleSeconds: 600, absoluteSeconds: 7200 });
    const short = under({ ...noPolicy, mayStay: false, idleSeconds: 900, absoluteSeconds: 3600 });
    expect(effectivePolicy([under(noPolicy), idle, short], now)).toMatchObject({
      idleSeconds: 600,
      absoluteSeconds: 3600,
      mayStay: false,
    });
    const forbidding = under({ ...noPolicy, mayStay: false });
    expect(effectivePolicy([forbidding, under(noPolicy)], now)).toMatchObject({
      idleSeconds: undefined,
      mayStay: false,
    });
  });
});

describe('which days can be chosen', () => {
  const now = noonOf('2026-03-31');

  test.for([
    ['2026-03-30', false],
    ['2026-03-31', true],
    ['2027-03-31', true],
    ['2027-04-01', false],
  ] as const)('%s: %s', ([from, may]) => {
    expect(mayBegin({ from, graceDays: 0 }, noPolicy, now)).toBe(may);
  });

  test('the day that stands already may stay, though it is past', () => {
    const before = requiring('2026-02-01');
    expect(mayBegin({ from: '2026-02-01', graceDays: 5 }, before, now)).toBe(true);
    expect(mayBegin({ from: '2026-02-02', graceDays: 0 }, before, now)).toBe(false);
    expect(daysToChoose(before, now)).toEqual({ earliest: '2026-02-01', latest: '2027-03-31' });
  });
});

test('what changed is told part by part', () => {
  const strict: Policy = {
    secondFactor: { from: '2026-04-10', graceDays: 3 },
    methods: ['passkey', 'totp'],
    idleSeconds: 900,
    absoluteSeconds: 7200,
    mayStay: false,
  };
  expect(changesOf(noPolicy, strict)).toEqual([
    { what: 'factor-required', facts: { from: '2026-04-10', graceDays: 3 } },
    { what: 'method-forbidden', facts: { method: 'push' } },
    { what: 'method-forbidden', facts: { method: 'sms' } },
    { what: 'idle-limited', facts: { count: 15 } },
    { what: 'lifetime-limited', facts: { count: 2 } },
    { what: 'staying-forbidden', facts: {} },
  ]);
  expect(changesOf(strict, noPolicy).map(({ what }) => what)).toEqual([
    'factor-not-required',
    'method-allowed',
    'method-allowed',
    'idle-not-limited',
    'lifetime-not-limited',
    'staying-allowed',
  ]);
  expect(changesOf(strict, { ...strict, methods: ['totp', 'passkey'] })).toEqual([]);
  const longer = { ...strict, secondFactor: { from: '2026-04-10', graceDays: 4 } } as const;
  expect(changesOf(strict, longer)).toMatchObject([{ what: 'factor-required' }]);
});

describe('which reminder is due', () => {
  const policy = requiring('2026-04-10');
  const announced = noonOf('2026-03-01');

  test.for([
    ['2026-04-02', undefined],
    ['2026-04-03', 7],
    ['2026-04-08', 7],
    ['2026-04-09', 1],
    ['2026-04-10', undefined],
    ['2026-04-11', undefined],
  ] as const)('on %s: %s', ([today, due]) => {
    expect(dueReminder({ ...policy, savedAt: announced }, noonOf(today))).toBe(due);
    expect(dueReminder({ ...noPolicy, savedAt: announced }, noonOf(today))).toBeUndefined();
  });

  test('none of what was announced on its day or later', () => {
    const due = (savedOn: Day, today: Day) =>
      dueReminder({ ...policy, savedAt: noonOf(savedOn) }, noonOf(today));
    expect(due('2026-04-03', '2026-04-04')).toBeUndefined();
    expect(due('2026-04-02', '2026-04-04')).toBe(7);
    expect(due('2026-04-03', '2026-04-09')).toBe(1);
    expect(due('2026-04-09', '2026-04-09')).toBeUndefined();
  });
});
