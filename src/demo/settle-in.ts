// What people of the demo did with their products: a suite with people in it, a mail service with
// addresses, colleagues. So Marta finds every reason why one cannot leave an organization (D2).
import type { Instant } from '#kernel/calendar.ts';
import { createUser, hashPassword } from '#modules/identity/index.ts';
import { addMember } from '#modules/organizations/index.ts';
import {
  addMailAddress,
  givePlace,
  productsOfKind,
  setMailDomain,
} from '#modules/subscriptions/index.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { App } from '../app.ts';
import { demoPassword, demoPeople } from './accounts.ts';
import type { OpenedCustomer } from './open-customers.ts';

const marta = demoPeople.customer;
const luc = { firstName: 'Luc', lastName: 'Berthod', address: 'luc@alpes-diseno.example' };

type Settling = {
  readonly alpes: OpenedCustomer;
  /** Where Marta works in the suite of others. */
  readonly studio: OpenedCustomer;
};

/** Luc helps at Alpes Diseño; both use its suite and its mail. Marta is in a studio's suite too. */
export async function settleIn(
  { database }: App,
  { alpes, studio }: Settling,
  now: Instant,
): Promise<void> {
  const passwordHash = await hashPassword(demoPassword);
  await database.within(async (tx) => {
    const newcomer = { ...luc, language: 'fr', country: 'CH', passwordHash } as const;
    const userId = await createUser(tx, newcomer, now);
    const { organizationId } = alpes;
    const joining = { organizationId, userId, role: 'administrator' } as const;
    await addMember(tx, joining, actorOf(alpes), now);
    await useSuite(tx, alpes, [marta.address, luc.address], now);
    await useMail(tx, alpes, now);
  });
  await database.within(async (tx) => {
    const { organizationId } = studio;
    const joining = { organizationId, userId: alpes.userId, role: 'external' } as const;
    await addMember(tx, joining, actorOf(studio), now);
    await useSuite(tx, studio, [marta.address], now);
  });
}

async function useSuite(
  tx: Tx,
  of: OpenedCustomer,
  addresses: readonly string[],
  now: Instant,
): Promise<void> {
  const suite = await theOne(tx, of, 'suite');
  for (const address of addresses) await givePlace(tx, { ...suite, address }, actorOf(of), now);
}

async function useMail(tx: Tx, of: OpenedCustomer, now: Instant): Promise<void> {
  const service = await theOne(tx, of, 'mail-service');
  const domain = marta.address.slice(marta.address.indexOf('@') + 1);
  await setMailDomain(tx, { ...service, domain }, actorOf(of), now);
  for (const local of ['info', 'marta', 'luc']) {
    await addMailAddress(tx, { ...service, local }, actorOf(of), now);
  }
}

async function theOne(tx: Tx, { is, organizationId }: OpenedCustomer, kind: string) {
  const [subscriptionId] = await productsOfKind(tx, { organizationId, kind });
  if (!subscriptionId) throw new Error(`${is.name} of the demo has no ${kind}`);
  return { organizationId, subscriptionId };
}

function actorOf({ is, userId }: OpenedCustomer) {
  const [first, last] = is.person;
  return { kind: 'user', userId, name: `${first} ${last}` } as const;
}
