import { sql } from 'kysely';
import type { Instant } from '#kernel/calendar.ts';
import { fromUuid, toUuid, type OrganizationId, type UserId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import { toNamedProduct, type NamedRow } from '../products/named-product.store.ts';
import type { SubscriptionRef } from '../products/subscription.store.ts';
import { subscriptions } from '../tables.generated.ts';

/** An address of a mail service, in lower case. */
export type MailAddress = {
  readonly address: string;
  readonly addedAt: Instant;
  readonly addedBy: UserId;
};

/** The addresses of a mail service, by their letters. */
export async function mailAddressesOf(tx: Tx, ref: SubscriptionRef): Promise<MailAddress[]> {
  const rows = await subscriptions(tx)
    .selectFrom('subscriptions.mail_address')
    .select(['address', 'added_at', 'added_by'])
    .where('organization_id', '=', toUuid(ref.organizationId))
    .where('subscription_id', '=', toUuid(ref.subscriptionId))
    .orderBy('address')
    .execute();
  return rows.map((row) => ({
    address: row.address,
    addedAt: row.added_at,
    addedBy: fromUuid('usr', row.added_by),
  }));
}

export async function insertMailAddress(
  tx: Tx,
  ref: SubscriptionRef,
  { address, addedAt, addedBy }: MailAddress,
): Promise<void> {
  await subscriptions(tx)
    .insertInto('subscriptions.mail_address')
    .values({
      organization_id: toUuid(ref.organizationId),
      subscription_id: toUuid(ref.subscriptionId),
      address,
      added_at: addedAt,
      added_by: toUuid(addedBy),
    })
    .execute();
}

/** False when there was none. */
export async function deleteMailAddress(
  tx: Tx,
  ref: SubscriptionRef,
  address: string,
): Promise<boolean> {
  const { numDeletedRows } = await subscriptions(tx)
    .deleteFrom('subscriptions.mail_address')
    .where('organization_id', '=', toUuid(ref.organizationId))
    .where('subscription_id', '=', toUuid(ref.subscriptionId))
    .where('address', '=', address)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

/** The mail service goes on elsewhere, and its addresses with it. */
export async function moveMailAddresses(
  tx: Tx,
  from: SubscriptionRef,
  to: SubscriptionRef,
): Promise<void> {
  await subscriptions(tx)
    .updateTable('subscriptions.mail_address')
    .set({ organization_id: toUuid(to.organizationId), subscription_id: toUuid(to.subscriptionId) })
    .where('organization_id', '=', toUuid(from.organizationId))
    .where('subscription_id', '=', toUuid(from.subscriptionId))
    .execute();
}

/** The mail services with an address, in some organizations; those that are over have none. */
export async function mailServicesWith(tx: Tx, address: string, ids: readonly OrganizationId[]) {
  const { rows } = await sql<NamedRow>`
    select service.organization_id, service.id, service.product_name, service.label
    from subscriptions.mail_address as mail
    join subscriptions.subscription as service on service.organization_id = mail.organization_id
      and service.id = mail.subscription_id
    where mail.address = ${address.toLowerCase()}
      and mail.organization_id = any(${ids.map(toUuid)}::uuid[])
      and service.state not in ('ended', 'moved')
    order by service.id`.execute(subscriptions(tx));
  return rows.map(toNamedProduct);
}
