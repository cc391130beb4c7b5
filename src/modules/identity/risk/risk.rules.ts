import type { Instant } from '#kernel/calendar.ts';
import type { Spot } from '../places/place.rules.ts';

/** What may be unusual about a sign-in; each can be said to its owner in plain words. */
export const signalKinds = [
  'new-device',
  'new-country',
  'impossible-speed',
  'long-absence',
  'anonymiser',
  'many-failures',
] as const;
export type Signal = (typeof signalKinds)[number];

/** A sign-in before this one. */
export type EarlierSignIn = {
  readonly signedInAt: Instant;
  readonly seenAt: Instant;
  readonly spot: Spot | undefined;
};

export type SignInLooks = {
  readonly isNewDevice: boolean;
  readonly spot: Spot | undefined;
  /** Its address is on the operator's list of anonymisers. */
  readonly isAnonymised: boolean;
  /** Wrong passwords in a row before the right one. */
  readonly failuresBefore: number;
  /** The last sign-ins, the latest first; none: this is the first one ever. */
  readonly earlier: readonly EarlierSignIn[];
};

export const riskLimits = {
  /** Faster than airliners fly. */
  kmPerHour: 1000,
  /** Places in files are rough: nothing is said about shorter ways. */
  leastKm: 500,
  absenceDays: 90,
  failures: 5,
  /** So many sign-ins before are looked at. */
  remembered: 20,
} as const;

/**
 * What is unusual about a sign-in. Nobody is turned away for it: whoever has a second factor was
 * asked for it already, as at each sign-in; whoever has none is told, and why.
 */
export function signalsOf(looks: SignInLooks, now: Instant): readonly Signal[] {
  const is: { readonly [S in Signal]: boolean } = {
    'new-device': looks.isNewDevice,
    'new-country': isNewCountry(looks),
    'impossible-speed': isTooFast(looks, now),
    'long-absence': isBackAfterLong(looks, now),
    anonymiser: looks.isAnonymised,
    'many-failures': looks.failuresBefore >= riskLimits.failures,
  };
  return signalKinds.filter((signal) => is[signal]);
}

export function isSignal(text: string): text is Signal {
  return signalKinds.some((signal) => signal === text);
}

/** Not the first one whose country is known, and none before was in that country. */
function isNewCountry({ spot, earlier }: SignInLooks): boolean {
  const known = earlier.map((one) => one.spot?.country).filter((country) => country !== undefined);
  return spot?.country !== undefined && known.length > 0 && !known.includes(spot.country);
}

/** Nobody travels that fast from where the last sign-in was. */
function isTooFast({ spot, earlier }: SignInLooks, now: Instant): boolean {
  const last = earlier.find((one) => one.spot?.at);
  if (!spot?.at || !last?.spot?.at) return false;
  const km = kilometres(last.spot.at, spot.at) - last.spot.radiusKm - spot.radiusKm;
  if (km < riskLimits.leastKm) return false;
  const hours = (now.getTime() - last.signedInAt.getTime()) / 3_600_000;
  return km > hours * riskLimits.kmPerHour;
}

function isBackAfterLong({ earlier }: SignInLooks, now: Instant): boolean {
  if (earlier.length === 0) return false;
  const seen = Math.max(...earlier.map(({ seenAt }) => seenAt.getTime()));
  return now.getTime() - seen >= riskLimits.absenceDays * 86_400_000;
}

type Point = { readonly latitude: number; readonly longitude: number };

/** Over the surface of the earth, by the half-versed sine. */
export function kilometres(from: Point, to: Point): number {
  const angle = (degrees: number) => (degrees * Math.PI) / 180;
  const half = (difference: number) => Math.sin(angle(difference) / 2) ** 2;
  const north = half(to.latitude - from.latitude);
  const parallels = Math.cos(angle(from.latitude)) * Math.cos(angle(to.latitude));
  const east = half(to.longitude - from.longitude);
  return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(north + parallels * east)));
}
