import type { UserId } from '#kernel/ids.ts';
import { defineNews } from '#platform/news.ts';

/** What a user's organizations ask of a sign-in, besides the password. */
export type Requirements = {
  /** A second factor must be proven. */
  readonly secondFactor: boolean;
};

/**
 * Asked at the gate, each time anew: which strength do this user's organizations demand? The module
 * organizations answers once it has policies.
 */
export const signInRequirements = defineNews<{ userId: UserId }, Requirements>(
  'identity.signInRequirements',
);

/** What holds until app.ts connects somebody who has policies: the password is enough. */
export function noRequirements(): void {
  signInRequirements.connect(async () => ({ secondFactor: false }));
}

noRequirements();
