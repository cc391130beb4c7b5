import type { UserId } from '#kernel/ids.ts';
import { defineNews } from '#platform/news.ts';
import type { Proof } from './gate.rules.ts';

/** What a user's organizations ask of a sign-in and of the session that comes of it. */
export type Requirements = {
  /** A second factor must be proven. Never true for somebody who has none: there is no way in. */
  readonly secondFactor: boolean;
  /** Second factors that count; absent: all. */
  readonly methods: readonly Proof[] | undefined;
  /** How long a session may be unused, where that is less than the product allows. */
  readonly idleSeconds: number | undefined;
  /** How long a session lasts at most, likewise. */
  readonly absoluteSeconds: number | undefined;
  /** “Stay signed in” may be chosen. */
  readonly mayStay: boolean;
};

/**
 * Asked at the gate, each time anew: what do this user's organizations demand? The module
 * organizations answers from its policies.
 */
export const signInRequirements = defineNews<{ userId: UserId }, Requirements>(
  'identity.signInRequirements',
);

/** Of somebody whose organizations ask nothing special. */
export const nothingRequired: Requirements = {
  secondFactor: false,
  methods: undefined,
  idleSeconds: undefined,
  absoluteSeconds: undefined,
  mayStay: true,
};

/** What holds until app.ts connects somebody who has policies: the password is enough. */
export function noRequirements(): void {
  signInRequirements.connect(async () => nothingRequired);
}

noRequirements();
