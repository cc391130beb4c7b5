import { defineRefusal } from '#kernel/refusal.ts';

type Nothing = Record<string, never>;

/** People have places in suites that are there: in no other product, and in none that is over. */
export const noSuite = defineRefusal<Nothing>('subscriptions.no-suite', 'conflict');
/** The offer has so many places, and all are taken. */
export const noPlaceLeft = defineRefusal<{ places: number }>(
  'subscriptions.no-place-left',
  'conflict',
);
/** Nobody in the organization signs in with this address. */
export const notAMember = defineRefusal<Nothing>('subscriptions.not-a-member', 'conflict');
export const notInSuite = defineRefusal<Nothing>('subscriptions.not-in-suite', 'not-found');
