import { addDays, dayOf, daysBetween, type Day, type Instant } from '#kernel/calendar.ts';
import { factorMethods, strongMethods, type FactorMethod } from './factor-method.rules.ts';

export const mostGraceDays = 14;

/** A second factor is required from a day on; whoever has none has so many days more. */
export type FactorDemand = { readonly from: Day; readonly graceDays: number };

/** What an organization asks of those who act in it (R55, D10). */
export type Policy = {
  /** Absent: a password is enough. */
  readonly secondFactor: FactorDemand | undefined;
  /** Which count, where one is required. */
  readonly methods: readonly FactorMethod[];
  /** How long a session may be unused, and lasts at most; absent: as the product does. */
  readonly idleSeconds: number | undefined;
  readonly absoluteSeconds: number | undefined;
  /** “Stay signed in” may be chosen. */
  readonly mayStay: boolean;
};

/** Of an organization that never chose. */
export const noPolicy: Policy = {
  secondFactor: undefined,
  methods: factorMethods,
  idleSeconds: undefined,
  absoluteSeconds: undefined,
  mayStay: true,
};

/** So far ahead can a second factor be announced. */
const mostDaysAhead = 365;

/**
 * Days from which a second factor can be required: not in the past, unless it is the day that
 * stands already.
 */
export function daysToChoose(before: Policy, now: Instant): { earliest: Day; latest: Day } {
  const today = dayOf(now);
  const standing = before.secondFactor?.from ?? today;
  return {
    earliest: standing < today ? standing : today,
    latest: addDays(today, mostDaysAhead),
  };
}

export function mayBegin(demand: FactorDemand, before: Policy, now: Instant): boolean {
  const today = dayOf(now);
  const isAsBefore = demand.from === before.secondFactor?.from;
  return isAsBefore || (demand.from >= today && demand.from <= daysToChoose(before, now).latest);
}

/**
 * The first day on which a member without a second factor is stopped at the organization's door:
 * days of grace are counted from the day it is required, or from joining where that was later.
 */
export function stopsOn({ secondFactor }: Policy, joinedAt: Instant): Day | undefined {
  if (!secondFactor) return undefined;
  const joinedOn = dayOf(joinedAt);
  const begins = secondFactor.from > joinedOn ? secondFactor.from : joinedOn;
  return addDays(begins, secondFactor.graceDays);
}

/** Whether a member without a second factor is stopped now. */
export function demandsFactor(policy: Policy, joinedAt: Instant, now: Instant): boolean {
  const day = stopsOn(policy, joinedAt);
  return day !== undefined && day <= dayOf(now);
}

/** A policy, and since when somebody has been under it. */
export type ActsUnder = { readonly policy: Policy; readonly joinedAt: Instant };

/** What the policies of all organizations that a person acts in come to: the strictest. */
export type EffectivePolicy = {
  /** At least one demands a second factor now. */
  readonly isFactorDemanded: boolean;
  /** The day on which the first of them does; absent: none. */
  readonly stopsOn: Day | undefined;
  /** Which count for those that demand one now; absent: there are none. */
  readonly methods: readonly FactorMethod[] | undefined;
  readonly idleSeconds: number | undefined;
  readonly absoluteSeconds: number | undefined;
  readonly mayStay: boolean;
};

export function effectivePolicy(under: readonly ActsUnder[], now: Instant): EffectivePolicy {
  const policies = under.map(({ policy }) => policy);
  const demanding = under.filter(({ policy, joinedAt }) => demandsFactor(policy, joinedAt, now));
  const [stopsFirst] = under.flatMap((one) => stopsOn(one.policy, one.joinedAt) ?? []).toSorted();
  return {
    isFactorDemanded: demanding.length > 0,
    stopsOn: stopsFirst,
    methods: commonMethods(demanding.map(({ policy }) => policy.methods)),
    idleSeconds: smallest(policies.map(({ idleSeconds }) => idleSeconds)),
    absoluteSeconds: smallest(policies.map(({ absoluteSeconds }) => absoluteSeconds)),
    mayStay: policies.every(({ mayStay }) => mayStay),
  };
}

/**
 * What all of them allow. Where they have nothing in common, each strong method that one of them
 * allows: nobody is kept out of everything, nothing weak gets in, and each organization asks at its
 * own door for what it wants.
 */
function commonMethods(allowed: readonly (readonly FactorMethod[])[]) {
  if (allowed.length === 0) return undefined;
  const common = factorMethods.filter((method) => allowed.every((one) => one.includes(method)));
  if (common.length > 0) return common;
  return strongMethods.filter((method) => allowed.some((one) => one.includes(method)));
}

function smallest(limits: readonly (number | undefined)[]): number | undefined {
  const [first] = limits.filter((limit) => limit !== undefined).toSorted((a, b) => a - b);
  return first;
}

/** A part of a policy that changed: an entry of the log. */
export type PolicyChange = {
  readonly what:
    | 'factor-required'
    | 'factor-not-required'
    | 'method-allowed'
    | 'method-forbidden'
    | 'idle-limited'
    | 'idle-not-limited'
    | 'lifetime-limited'
    | 'lifetime-not-limited'
    | 'staying-allowed'
    | 'staying-forbidden';
  readonly facts: { readonly [name: string]: string | number };
};

export function changesOf(before: Policy, after: Policy): readonly PolicyChange[] {
  return [
    ...demandChange(before.secondFactor, after.secondFactor),
    ...factorMethods.flatMap((method) => methodChange(before, after, method)),
    ...limitChange('idle', before.idleSeconds, after.idleSeconds),
    ...limitChange('lifetime', before.absoluteSeconds, after.absoluteSeconds),
    ...(before.mayStay === after.mayStay
      ? []
      : [{ what: after.mayStay ? 'staying-allowed' : 'staying-forbidden', facts: {} } as const]),
  ];
}

function demandChange(
  was: FactorDemand | undefined,
  is: FactorDemand | undefined,
): readonly PolicyChange[] {
  if (was?.from === is?.from && was?.graceDays === is?.graceDays) return [];
  return is
    ? [{ what: 'factor-required', facts: is }]
    : [{ what: 'factor-not-required', facts: {} }];
}

function methodChange(
  before: Policy,
  after: Policy,
  method: FactorMethod,
): readonly PolicyChange[] {
  const isAllowed = after.methods.includes(method);
  if (before.methods.includes(method) === isAllowed) return [];
  return [{ what: isAllowed ? 'method-allowed' : 'method-forbidden', facts: { method } }];
}

/** In the log an idle limit is told in minutes, a lifetime in hours. */
const unit = { idle: 60, lifetime: 3600 } as const;

function limitChange(
  of: 'idle' | 'lifetime',
  was: number | undefined,
  is: number | undefined,
): readonly PolicyChange[] {
  if (was === is) return [];
  if (is === undefined) return [{ what: `${of}-not-limited`, facts: {} }];
  return [{ what: `${of}-limited`, facts: { count: is / unit[of] } }];
}

/** Members without a second factor are reminded so many days before one is required. */
export const reminderDays = [7, 1] as const;

/**
 * Which reminder is due today. One that could not be sent on its day comes later, while there is
 * time; nobody is reminded of what was announced after the day of the reminder.
 */
export function dueReminder(
  { secondFactor, savedAt }: Policy & { readonly savedAt: Instant | undefined },
  now: Instant,
): (typeof reminderDays)[number] | undefined {
  if (!secondFactor || !savedAt) return undefined;
  const left = daysBetween(dayOf(now), secondFactor.from);
  const announced = daysBetween(dayOf(savedAt), secondFactor.from);
  const due = reminderDays.filter((days) => left > 0 && left <= days).at(-1);
  return due !== undefined && announced > due ? due : undefined;
}
