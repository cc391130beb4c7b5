import type { OrganizationId, UserId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Keeping } from '#modules/organizations/index.ts';
import { mailServicesWith } from '../mail/mail.store.ts';
import { suitesOf } from '../people/place.store.ts';

type Asked = {
  readonly userId: UserId;
  readonly address: string;
  readonly organizationIds: readonly OrganizationId[];
};

/** A place in a suite and the login address in a mail service keep a member (R35, R36). */
export async function subscriptionsKeep(
  tx: Tx,
  { userId, address, organizationIds }: Asked,
): Promise<readonly Keeping[]> {
  const suites = await suitesOf(tx, userId, organizationIds);
  const services = await mailServicesWith(tx, address, organizationIds);
  return [
    ...suites.map(({ organizationId, ...product }) => ({
      kind: 'suite' as const,
      organizationId,
      product,
    })),
    ...services.map(({ organizationId, ...product }) => ({
      kind: 'mail-address' as const,
      organizationId,
      product,
    })),
  ];
}
