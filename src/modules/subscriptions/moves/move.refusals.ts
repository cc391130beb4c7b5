import { defineRefusal } from '#kernel/refusal.ts';

/** A condition that is not met: `because` is one of `moveConditions`. */
export const notMovable = defineRefusal<{ because: string }>(
  'subscriptions.not-movable',
  'conflict',
);
/** The product is paid in one currency and the organization's prices are in another. */
export const otherCurrency = defineRefusal<{ currency: string; wanted: string }>(
  'subscriptions.move-other-currency',
  'conflict',
);
/** It is there already. */
export const sameOrganization = defineRefusal<Record<string, never>>(
  'subscriptions.move-same-organization',
  'conflict',
);
/** Used, withdrawn, replaced, too old, or never made. */
export const moveLinkDead = defineRefusal<Record<string, never>>(
  'subscriptions.move-link-dead',
  'not-found',
);
