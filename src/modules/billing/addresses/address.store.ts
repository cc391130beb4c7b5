import { fromUuid, toUuid, type OrganizationId } from '#kernel/ids.ts';
import type { Instant } from '#kernel/calendar.ts';
import type { Tx } from '#platform/database/tx.ts';
import { billing } from '../tables.generated.ts';
import type { AddressId, BillingAddress, PostalAddress } from './address.rules.ts';

type Named = { readonly organizationId: OrganizationId; readonly addressId: AddressId };

/** The billing addresses of an organization, the default one first, then by name. */
export async function findAddresses(
  tx: Tx,
  organizationId: OrganizationId,
): Promise<readonly BillingAddress[]> {
  const rows = await billing(tx)
    .selectFrom('billing.address as address')
    .leftJoin('billing.default_address as chosen', (join) =>
      join
        .onRef('chosen.organization_id', '=', 'address.organization_id')
        .onRef('chosen.address_id', '=', 'address.id'),
    )
    .selectAll('address')
    .select('chosen.address_id as default_id')
    .where('address.organization_id', '=', toUuid(organizationId))
    .orderBy('default_id', (order) => order.asc().nullsLast())
    .orderBy('address.name')
    .orderBy('address.id')
    .execute();
  return rows.map(toAddress);
}

export async function insertAddress(
  tx: Tx,
  { organizationId, addressId }: Named,
  address: PostalAddress,
  now: Instant,
): Promise<void> {
  await billing(tx)
    .insertInto('billing.address')
    .values({
      organization_id: toUuid(organizationId),
      id: toUuid(addressId),
      ...toColumns(address),
      changed_at: now,
    })
    .execute();
}

export async function saveAddress(
  tx: Tx,
  { organizationId, addressId }: Named,
  address: PostalAddress,
  now: Instant,
): Promise<void> {
  await billing(tx)
    .updateTable('billing.address')
    .set({ ...toColumns(address), changed_at: now })
    .where('organization_id', '=', toUuid(organizationId))
    .where('id', '=', toUuid(addressId))
    .execute();
}

/** Proposes this address from now on. */
export async function saveDefaultAddress(
  tx: Tx,
  { organizationId, addressId }: Named,
): Promise<void> {
  const address_id = toUuid(addressId);
  await billing(tx)
    .insertInto('billing.default_address')
    .values({ organization_id: toUuid(organizationId), address_id })
    .onConflict((conflict) => conflict.column('organization_id').doUpdateSet({ address_id }))
    .execute();
}

type Row = {
  id: string;
  name: string;
  attention: string | null;
  street: string;
  number: string;
  postcode: string;
  town: string;
  country: string;
  default_id: string | null;
};

function toAddress(row: Row): BillingAddress {
  return {
    addressId: fromUuid('adr', row.id),
    name: row.name,
    attention: row.attention ?? undefined,
    street: row.street,
    number: row.number,
    postcode: row.postcode,
    town: row.town,
    country: row.country,
    isDefault: row.default_id !== null,
  };
}

function toColumns(address: PostalAddress) {
  return {
    name: address.name,
    attention: address.attention ?? null,
    street: address.street ?? '',
    number: address.number ?? '',
    postcode: address.postcode ?? '',
    town: address.town ?? '',
    country: address.country,
  };
}
