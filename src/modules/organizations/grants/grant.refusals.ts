import { defineRefusal } from '#kernel/refusal.ts';

/** Those who administrate keep the management of this product to themselves for now. */
export const managementBlocked = defineRefusal<{ reason: string }>(
  'organizations.management-blocked',
  'forbidden',
);
/** A product that is not there, or that goes on elsewhere or nowhere: `count` of those asked. */
export const productsNotThere = defineRefusal<{ count: number }>(
  'organizations.products-not-there',
  'conflict',
);
