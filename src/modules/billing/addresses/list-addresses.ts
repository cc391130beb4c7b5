import type { OrganizationId } from '#kernel/ids.ts';
import { organizationOf } from '#modules/organizations/index.ts';
import type { Tx } from '#platform/database/tx.ts';
import { ownAddressOf } from './address-of.ts';
import type { BillingAddress, PostalAddress } from './address.rules.ts';
import { findAddresses } from './address.store.ts';

export type Addresses = {
  readonly addresses: BillingAddress[];
  readonly own: PostalAddress & { readonly isDefault: boolean };
};

/**
 * All addresses a document can go to; the organization's own is the default where no other is
 * (R51).
 */
export async function listAddresses(tx: Tx, organizationId: OrganizationId): Promise<Addresses> {
  const organization = await organizationOf(tx, organizationId);
  const addresses = await findAddresses(tx, organizationId);
  const isDefault = !addresses.some((address) => address.isDefault);
  return { addresses: [...addresses], own: { ...ownAddressOf(organization), isDefault } };
}
