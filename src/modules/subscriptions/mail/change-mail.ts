import { record } from '#modules/activity/index.ts';
import { addressOf } from '#modules/identity/index.ts';
import type { Instant } from '#kernel/calendar.ts';
import type { UserId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import { toAsciiDomain } from '../orders/placing/configuration.rules.ts';
import { includedIn } from '../products/included.ts';
import { hasRoom } from '../products/subscription.rules.ts';
import {
  saveConfiguration,
  type Subscription,
  type SubscriptionRef,
} from '../products/subscription.store.ts';
import { lockMailService } from './lock-mail-service.ts';
import * as refusals from './mail.refusals.ts';
import {
  deleteMailAddress,
  insertMailAddress,
  mailAddressesOf,
  mailServicesWith,
} from './mail.store.ts';

type Keeper = { readonly kind: 'user'; readonly userId: UserId; readonly name: string };

/** Says at which domain the addresses of a mail service are. It stays while there are any. */
export async function setMailDomain(
  tx: Tx,
  { domain: said, ...ref }: SubscriptionRef & { readonly domain: string },
  actor: Keeper,
  now: Instant,
): Promise<void> {
  const domain = toAsciiDomain(said.trim());
  if (domain === undefined) throw refusals.mailDomainNotValid({});
  const service = await lockMailService(tx, ref);
  const before = service.configuration['domain'];
  if (before === domain) return;
  const addresses = await mailAddressesOf(tx, ref);
  if (before !== undefined && addresses.length > 0) {
    throw refusals.mailDomainInUse({ domain: before });
  }
  await saveConfiguration(tx, ref, { configuration: { ...service.configuration, domain } });
  await tell(tx, service, { what: 'mail-domain-set', domain, actor }, now);
}

type Wished = SubscriptionRef & { readonly local: string };

/** Adds an address to a mail service: `local` at its domain, while its units last. */
export async function addMailAddress(
  tx: Tx,
  { local, ...ref }: Wished,
  actor: Keeper,
  now: Instant,
): Promise<{ address: string }> {
  const service = await lockMailService(tx, ref);
  const domain = service.configuration['domain'];
  if (domain === undefined) throw refusals.noMailDomain({});
  const address = addressOf(`${local}@${domain}`)?.toLowerCase();
  if (address === undefined) throw refusals.mailAddressNotValid({});
  const { organizationId } = ref;
  const others = await mailServicesWith(tx, address, [organizationId]);
  if (others.length > 0) throw refusals.mailAddressTaken({ address });

  const included = await includedIn(tx, service, 'addresses');
  const taken = await mailAddressesOf(tx, ref);
  if (!hasRoom(taken.length, included)) throw refusals.noAddressLeft({ addresses: included ?? 0 });
  await insertMailAddress(tx, ref, { address, addedAt: now, addedBy: actor.userId });
  await tell(tx, service, { what: 'mail-address-added', domain, actor }, now);
  return { address };
}

/** Takes an address out of a mail service: what is sent to it comes back from then on. */
export async function removeMailAddress(
  tx: Tx,
  { address: said, ...ref }: SubscriptionRef & { readonly address: string },
  actor: Keeper,
  now: Instant,
): Promise<void> {
  const service = await lockMailService(tx, ref);
  const address = said.toLowerCase();
  if (!(await deleteMailAddress(tx, ref, address))) throw refusals.mailAddressNotFound({});
  const domain = address.slice(address.indexOf('@') + 1);
  await tell(tx, service, { what: 'mail-address-removed', domain, actor }, now);
}

type Happened = {
  readonly what: 'mail-domain-set' | 'mail-address-added' | 'mail-address-removed';
  readonly domain: string;
  readonly actor: Keeper;
};

/** The log stays for ever: whose address it was is not told in it. */
async function tell(
  tx: Tx,
  { organizationId, subscriptionId, productName, label }: Subscription,
  { what, domain, actor }: Happened,
  now: Instant,
): Promise<void> {
  const about = { kind: 'product', id: subscriptionId, label: label || productName.en };
  const action = `subscriptions.${what}`;
  await record(tx, { stream: { organizationId }, action, actor, about, facts: { domain } }, now);
}
