import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Spot } from '../places/place.rules.ts';
import { kilometres, signalKinds, signalsOf, type SignInLooks } from './risk.rules.ts';

const now = new Date('2026-03-31T12:00:00Z');
const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
const day = 24;

const geneva: Spot = { country: 'CH', at: { latitude: 46.2, longitude: 6.15 }, radiusKm: 20 };
const zurich: Spot = { country: 'CH', at: { latitude: 47.37, longitude: 8.54 }, radiusKm: 20 };
const lima: Spot = { country: 'PE', at: { latitude: -12.05, longitude: -77.04 }, radiusKm: 50 };

const usual: SignInLooks = {
  isNewDevice: false,
  spot: geneva,
  isAnonymised: false,
  failuresBefore: 0,
  earlier: [{ signedInAt: ago(48), seenAt: ago(30), spot: geneva }],
};
const looks = (of: Partial<SignInLooks>) => signalsOf({ ...usual, ...of }, now);

test('a sign-in like those before is nothing to write about', () => {
  expect(looks({})).toEqual([]);
  expect(looks({ spot: zurich })).toEqual([]);
  expect(looks({ failuresBefore: 4 })).toEqual([]);
});

test('each signal is said for its own reason, and alone', () => {
  expect(looks({ isNewDevice: true })).toEqual(['new-device']);
  expect(looks({ isAnonymised: true })).toEqual(['anonymiser']);
  expect(looks({ failuresBefore: 5 })).toEqual(['many-failures']);
  expect(looks({ spot: lima })).toEqual(['new-country']);
});

test('a country is new when none of the sign-ins before was there', () => {
  const before = (...spots: (Spot | undefined)[]) => ({
    earlier: spots.map((spot, index) => ({
      signedInAt: ago(48 * (index + 1)),
      seenAt: ago(47 * (index + 1)),
      spot,
    })),
  });
  expect(looks({ spot: lima, ...before(geneva, lima) })).toEqual([]);
  expect(looks({ spot: lima, ...before(geneva, undefined) })).toEqual(['new-country']);
  // nothing to compare with: the first one, or no file of places until now
  expect(looks({ spot: lima, earlier: [] })).toEqual([]);
  expect(looks({ spot: lima, ...before(undefined) })).toEqual([]);
  expect(looks({ spot: undefined })).toEqual([]);
});

test('nobody is in Lima nine hours after Geneva; eleven hours later somebody may be', () => {
  const before = (hours: number) => [{ signedInAt: ago(hours), seenAt: ago(0), spot: geneva }];
  expect(looks({ spot: lima, earlier: before(9) })).toEqual(['new-country', 'impossible-speed']);
  expect(looks({ spot: lima, earlier: before(11) })).toEqual(['new-country']);
  expect(looks({ spot: lima, earlier: before(0) })).toContain('impossible-speed');
  // rough places near each other say nothing, however fast
  expect(looks({ spot: zurich, earlier: before(0) })).toEqual([]);
  const vague = { ...lima, radiusKm: 11_000 };
  expect(looks({ spot: vague, earlier: before(0) })).toEqual(['new-country']);
});

test('speed is measured from the last sign-in whose place is known', () => {
  const nowhere = { signedInAt: ago(1), seenAt: ago(1), spot: undefined };
  const there = { signedInAt: ago(2), seenAt: ago(2), spot: geneva };
  expect(looks({ spot: lima, earlier: [nowhere, there] })).toContain('impossible-speed');
  expect(looks({ spot: { ...lima, at: undefined } })).toEqual(['new-country']);
});

test('ninety days without use are a long absence, to the second', () => {
  const seen = (hours: number) => ({
    earlier: [{ signedInAt: ago(200 * day), seenAt: ago(hours), spot: geneva }],
  });
  expect(looks(seen(90 * day))).toEqual(['long-absence']);
  expect(looks(seen(90 * day - 1 / 3600))).toEqual([]);
  expect(looks({ earlier: [] })).toEqual([]);
});

test('signals come in one order and each once, whatever the looks', () => {
  const coordinate = fc.record({
    latitude: fc.double({ min: -90, max: 90, noNaN: true }),
    longitude: fc.double({ min: -180, max: 180, noNaN: true }),
  });
  const spot = fc.option(
    fc.record({
      country: fc.option(fc.constantFrom('CH', 'PE', 'DE'), { nil: undefined }),
      at: fc.option(coordinate, { nil: undefined }),
      radiusKm: fc.nat(2000),
    }),
    { nil: undefined },
  );
  const instant = fc.nat(300 * day).map(ago);
  fc.assert(
    fc.property(
      fc.record({
        isNewDevice: fc.boolean(),
        spot,
        isAnonymised: fc.boolean(),
        failuresBefore: fc.nat(12),
        earlier: fc.array(fc.record({ signedInAt: instant, seenAt: instant, spot }), {
          maxLength: 20,
        }),
      }),
      (any) => {
        const found = signalsOf(any, now);
        expect(found).toEqual(signalKinds.filter((signal) => found.includes(signal)));
        expect(found.includes('new-device')).toBe(any.isNewDevice);
        expect(found.includes('anonymiser')).toBe(any.isAnonymised);
        expect(found.includes('many-failures')).toBe(any.failuresBefore >= 5);
        if (any.earlier.length > 0 || any.isNewDevice || any.isAnonymised) return;
        expect(found.filter((signal) => signal !== 'many-failures')).toEqual([]);
      },
    ),
  );
});

test('distances are those of the globe', () => {
  const paris = { latitude: 48.857, longitude: 2.352 };
  const tokyo = { latitude: 35.677, longitude: 139.65 };
  expect(kilometres(paris, tokyo)).toBeGreaterThan(9600);
  expect(kilometres(paris, tokyo)).toBeLessThan(9800);
  expect(kilometres(paris, paris)).toBe(0);
  const antipode = { latitude: -48.857, longitude: 2.352 - 180 };
  expect(Math.round(kilometres(paris, antipode))).toBe(Math.round(6371 * Math.PI));
});
