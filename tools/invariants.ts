// What always holds, of every module: `npm run audit` asks on live data, every story asks when it
// ends.
import { verifyChain } from '#modules/activity/index.ts';
import { billingInvariants } from '#modules/billing/index.ts';
import { ledgerInvariants, type Invariant } from '#modules/ledger/index.ts';
import { subscriptionInvariants } from '#modules/subscriptions/index.ts';

const chain: Invariant = {
  id: 'chain',
  says: 'The activity log is as it was written.',
  check: async (tx) =>
    (await verifyChain(tx)).bad.map(({ stream, seq, fault }) => ({
      where: `entry ${seq} of ${stream}`,
      what: fault,
    })),
};

/** From the ground up; each names its module, so that a failure says where to look. */
export const invariants: readonly (readonly [module: string, Invariant])[] = [
  ...ledgerInvariants.map((one) => ['ledger', one] as const),
  ...billingInvariants.map((one) => ['billing', one] as const),
  ...subscriptionInvariants.map((one) => ['subscriptions', one] as const),
  ['activity', chain],
];
