import type { Tx } from '#platform/database/tx.ts';
import { fullName, usersOf } from '#modules/identity/index.ts';
import { includedIn } from '../products/included.ts';
import { productNotFound } from '../products/subscription.refusals.ts';
import { isThere } from '../products/subscription.rules.ts';
import { findSubscription, type SubscriptionRef } from '../products/subscription.store.ts';
import { noMailService } from './mail.refusals.ts';
import { isMailService } from './mail.rules.ts';
import { mailAddressesOf } from './mail.store.ts';

/** The addresses of a mail service, at which domain, and how many it is for. */
export async function readMail(tx: Tx, ref: SubscriptionRef) {
  const service = await findSubscription(tx, ref);
  if (!service) throw productNotFound({});
  if (!isMailService(service.kind)) throw noMailService({});
  const isOpen = isThere(service.state);
  const addresses = isOpen ? await mailAddressesOf(tx, ref) : [];
  const users = await usersOf(
    tx,
    addresses.map(({ addedBy }) => addedBy),
  );
  const names = new Map(users.map(({ userId, name }) => [userId, fullName(name)]));
  return {
    isOpen,
    domain: service.configuration['domain'] ?? null,
    included: (await includedIn(tx, service, 'addresses')) ?? null,
    addresses: addresses.map(({ address, addedAt, addedBy }) => ({
      address,
      addedAt: addedAt.toISOString(),
      addedBy: names.get(addedBy) ?? '',
    })),
  };
}
