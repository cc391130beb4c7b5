import type { Organization } from '#modules/organizations/index.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { VatTreatment } from '../tax/vat.rules.ts';
import { addressNotFound } from './address.refusals.ts';
import type { AddressId, Buyer, PostalAddress } from './address.rules.ts';
import { findAddresses } from './address.store.ts';

export type AddressedOrganization = Pick<
  Organization,
  'organizationId' | 'name' | 'address' | 'country' | 'vatNumber'
>;

/**
 * The address that documents go to: the chosen one, else the default one, else the organization's
 * own.
 */
export async function addressOf(
  tx: Tx,
  organization: AddressedOrganization,
  chosen?: AddressId,
): Promise<PostalAddress> {
  const known = await findAddresses(tx, organization.organizationId);
  const wanted = known.find((one) => (chosen ? one.addressId === chosen : one.isDefault));
  if (chosen && !wanted) throw addressNotFound({});
  return wanted ?? ownAddressOf(organization);
}

export function ownAddressOf(organization: AddressedOrganization): PostalAddress {
  return { name: organization.name, country: organization.country, ...organization.address };
}

/**
 * To whom a document is made out. Outside the scope of tax a document must not show the buyer's VAT
 * number (BR-O-02).
 */
export function buyerAt(
  address: PostalAddress,
  organization: Pick<AddressedOrganization, 'vatNumber'>,
  treatment: VatTreatment,
): Buyer {
  const { name, attention, street, number, postcode, town, country } = address;
  const vatNumber = treatment === 'out-of-scope' ? undefined : organization.vatNumber;
  return { name, attention, street, number, postcode, town, country, vatNumber };
}
