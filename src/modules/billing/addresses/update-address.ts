import { record } from '#modules/activity/index.ts';
import type { Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import type { OrganizationId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import { addressNotFound } from './address.refusals.ts';
import type { AddressId, BillingAddress, PostalAddress } from './address.rules.ts';
import { findAddresses, saveAddress, saveDefaultAddress } from './address.store.ts';

export type AddressChange = {
  readonly organizationId: OrganizationId;
  readonly addressId: AddressId;
  readonly changes: { readonly [K in keyof PostalAddress]?: PostalAddress[K] | undefined };
  readonly makeDefault: boolean;
};

/** Changes an address for what comes; documents keep the copy they have (R49). */
export async function updateAddress(
  tx: Tx,
  { organizationId, addressId, changes, makeDefault }: AddressChange,
  actor: Actor,
  now: Instant,
): Promise<BillingAddress> {
  const known = await findAddresses(tx, organizationId);
  const before = known.find((address) => address.addressId === addressId);
  if (!before) throw addressNotFound({});
  const given = Object.entries(changes).filter(([, value]) => value !== undefined);
  const after = { ...before, ...Object.fromEntries(given) };
  await saveAddress(tx, { organizationId, addressId }, after, now);
  if (makeDefault) await saveDefaultAddress(tx, { organizationId, addressId });
  const about = { kind: 'address', id: addressId, label: after.name };
  const action = 'billing.address-changed';
  await record(tx, { stream: { organizationId }, action, actor, about }, now);
  return { ...after, isDefault: before.isDefault || makeDefault };
}
