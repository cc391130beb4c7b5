import { system } from '#kernel/actor.ts';
import type { OrganizationId } from '#kernel/ids.ts';
import { addAddress } from '#modules/billing/index.ts';
import { grantOnAccount } from '#modules/organizations/index.ts';
import { arrive } from '#test/people.ts';
import { openShop } from '#test/shop.ts';
import type { Place } from './place.ts';

/** Where bills go. */
export const address = {
  ...{ name: 'Ada Lovelace', street: 'Limmatquai', number: '3', postcode: '8001' },
  ...{ town: 'Zürich', country: 'CH' },
};

export const actor = system('bench');

/** An organization in a shop that is open, which may order on account. */
export async function buyerOnAccount(place: Place): Promise<OrganizationId> {
  await openShop(place);
  const { ownId: organizationId } = await arrive(place);
  const now = place.clock.now();
  const staffId = `stf_${'0'.repeat(32)}` as const;
  const staff = { kind: 'staff', staffId, name: 'Sam' } as const;
  await place.within(async (tx) => {
    await addAddress(tx, { organizationId, address, makeDefault: true }, actor, now);
    await grantOnAccount(tx, { organizationId, reason: 'a bench', actor: staff }, now);
  });
  return organizationId;
}
