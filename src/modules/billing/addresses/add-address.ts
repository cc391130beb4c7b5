import { record } from '#modules/activity/index.ts';
import type { Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import type { OrganizationId } from '#kernel/ids.ts';
import { newId } from '#kernel/new-id.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { BillingAddress, FullAddress } from './address.rules.ts';
import { insertAddress, saveDefaultAddress } from './address.store.ts';

export type NewAddress = {
  readonly organizationId: OrganizationId;
  readonly address: FullAddress;
  readonly makeDefault: boolean;
};

/** Adds an address that future documents can be made out to (R47, R48). */
export async function addAddress(
  tx: Tx,
  { organizationId, address, makeDefault }: NewAddress,
  actor: Actor,
  now: Instant,
): Promise<BillingAddress> {
  const addressId = newId('adr', now);
  await insertAddress(tx, { organizationId, addressId }, address, now);
  if (makeDefault) await saveDefaultAddress(tx, { organizationId, addressId });
  const about = { kind: 'address', id: addressId, label: address.name };
  const action = 'billing.address-added';
  await record(tx, { stream: { organizationId }, action, actor, about }, now);
  return { addressId, ...address, isDefault: makeDefault };
}
