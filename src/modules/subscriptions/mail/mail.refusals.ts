import { defineRefusal } from '#kernel/refusal.ts';

type Nothing = Record<string, never>;

/** Mail services that are there have addresses: no other product, and none that is over. */
export const noMailService = defineRefusal<Nothing>('subscriptions.no-mail-service', 'conflict');
export const noMailDomain = defineRefusal<Nothing>('subscriptions.no-mail-domain', 'conflict');
export const mailDomainNotValid = defineRefusal<Nothing>(
  'subscriptions.mail-domain-not-valid',
  'invalid',
);
/** Addresses end with the domain: they go first. */
export const mailDomainInUse = defineRefusal<{ domain: string }>(
  'subscriptions.mail-domain-in-use',
  'conflict',
);
export const mailAddressNotValid = defineRefusal<Nothing>(
  'subscriptions.mail-address-not-valid',
  'invalid',
);
/** A mail service of the organization has it already. */
export const mailAddressTaken = defineRefusal<{ address: string }>(
  'subscriptions.mail-address-taken',
  'conflict',
);
export const noAddressLeft = defineRefusal<{ addresses: number }>(
  'subscriptions.no-address-left',
  'conflict',
);
export const mailAddressNotFound = defineRefusal<Nothing>(
  'subscriptions.mail-address-not-found',
  'not-found',
);
