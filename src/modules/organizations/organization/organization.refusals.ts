import { defineRefusal } from '#kernel/refusal.ts';

/** Said of an organization that does not exist and of one that the reader is no member of alike. */
export const organizationNotFound = defineRefusal<Record<string, never>>(
  'organizations.no-such-organization',
  'not-found',
);
export const wrongVatNumber = defineRefusal<{ country: string }>(
  'organizations.wrong-vat-number',
  'invalid',
);
export const wrongPhone = defineRefusal<{ country: string }>(
  'organizations.wrong-phone',
  'invalid',
);
/** A country with another currency must wait until nothing is open in this one (D24). */
export const currencyInUseRefusal = defineRefusal<{ currency: string; wanted: string }>(
  'organizations.currency-in-use',
  'conflict',
);
export const alreadyOnAccount = defineRefusal<Record<string, never>>(
  'organizations.already-on-account',
  'conflict',
);
export const notOnAccount = defineRefusal<Record<string, never>>(
  'organizations.not-on-account',
  'conflict',
);
export const alreadyMember = defineRefusal<Record<string, never>>(
  'organizations.already-member',
  'conflict',
);
