import { day, type Day, type Period, periodStart } from '#kernel/calendar.ts';
import type { Id } from '#kernel/ids.ts';

export type SubscriptionId = Id<'sub'>;

/**
 * From the money to the running product: made, then active or failed; ended when it is over, moved
 * when it goes on in another organization.
 */
export const subscriptionStates = ['provisioning', 'active', 'failed', 'ended', 'moved'] as const;
export type SubscriptionState = (typeof subscriptionStates)[number];

/** Days [from, to): `to` is the first day that does not belong to it. */
export type DayRange = { readonly from: Day; readonly to: Day };

/** The k-th period that is paid, always computed from the anchor (D27). */
export function periodOf(anchor: Day, k: number, period: Period): DayRange {
  return { from: periodStart(anchor, k, period), to: periodStart(anchor, k + 1, period) };
}

/** Before this day a product with a minimum term is not cancelled; undefined without one. */
export function earliestEnd(startedOn: Day, minimumTermMonths: number): Day | undefined {
  return minimumTermMonths === 0 ? undefined : periodStart(startedOn, minimumTermMonths, 'month');
}

/** It is over here: nothing of it is set, renewed or granted any more. */
export const hasEnded = (state: SubscriptionState): boolean =>
  state === 'ended' || state === 'moved';

/** A renewal is due on the day that is no longer paid; what has ended is not renewed. */
export function nextRenewal(state: SubscriptionState, paidUntil: Day): Day | undefined {
  return hasEnded(state) ? undefined : paidUntil;
}

/** What a cursor holds, before it is believed. */
export const isDay = (text: string): text is Day => day.safeParse(text).success;
export const isUuid = (text: string): boolean => /^[0-9a-f]{32}$/.test(text);

/** What one unit includes, times the units; undefined where the catalogue sets no limit. */
export function allTogether(perUnit: number | undefined, quantity: number): number | undefined {
  return perUnit === undefined ? undefined : perUnit * quantity;
}

/** Whether one more fits. */
export function hasRoom(taken: number, included: number | undefined): boolean {
  return included === undefined || taken < included;
}

/** It is there: it was not over and did not go on elsewhere. */
export function isThere(state: SubscriptionState): boolean {
  return state !== 'ended' && state !== 'moved';
}

const suiteKinds: readonly string[] = ['suite', 'personal-suite'];

/** Kinds of products that people have places in. */
export function isSuite(kind: string): boolean {
  return suiteKinds.includes(kind);
}

/** A personal suite is its owner's: whoever orders it is in it from the start. */
export function isPersonal(kind: string): boolean {
  return kind === 'personal-suite';
}
