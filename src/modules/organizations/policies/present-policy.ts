import type { z } from 'zod';
import type { Instant } from '#kernel/calendar.ts';
import type { policyOut } from './policy.contract.ts';
import { daysToChoose } from './policy.rules.ts';
import type { SavedPolicy } from './policy.store.ts';

/** A policy as it travels. */
export function presentPolicy(policy: SavedPolicy, now: Instant): z.input<typeof policyOut> {
  const { idleSeconds, absoluteSeconds } = policy;
  return {
    version: policy.version,
    secondFactor: policy.secondFactor ?? null,
    methods: [...policy.methods],
    idleMinutes: idleSeconds === undefined ? null : idleSeconds / 60,
    absoluteHours: absoluteSeconds === undefined ? null : absoluteSeconds / 3600,
    mayStay: policy.mayStay,
    savedAt: policy.savedAt?.toISOString() ?? null,
    ...daysToChoose(policy, now),
  };
}
