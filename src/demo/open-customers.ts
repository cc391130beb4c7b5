import { addDays, dayOf, type Instant } from '#kernel/calendar.ts';
import type { OrganizationId, UserId } from '#kernel/ids.ts';
import { hashPassword, openAccount } from '#modules/identity/index.ts';
import {
  addMember,
  createOrganization,
  grantOnAccount,
  savePolicy,
  switchTo,
} from '#modules/organizations/index.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { App } from '../app.ts';
import { demoPassword, demoPeople } from './accounts.ts';
import type { DemoCustomer } from './customer.ts';
import type { DemoStaff } from './open-provider.ts';

export type OpenedCustomer = {
  readonly is: DemoCustomer;
  readonly organizationId: OrganizationId;
  readonly userId: UserId;
};

type By = { readonly staff: DemoStaff; readonly now: Instant };

/** Accounts open as by sign-up, and each person creates their company. */
export async function openCustomers(
  { database }: App,
  fresh: readonly DemoCustomer[],
  by: By,
): Promise<OpenedCustomer[]> {
  const opened: OpenedCustomer[] = [];
  for (const customer of fresh) {
    const passwordHash = await hashPassword(demoPassword);
    opened.push(await database.within((tx) => openOne(tx, customer, passwordHash, by)));
  }
  return opened;
}

async function openOne(
  tx: Tx,
  customer: DemoCustomer,
  passwordHash: string,
  { staff, now }: By,
): Promise<OpenedCustomer> {
  const [firstName, lastName] = customer.person;
  const { country, ...address } = customer.address;
  const { language, name, vatNumber } = customer;
  const mail = addressOf(customer);
  const userId = await openAccount(
    tx,
    { firstName, lastName, address: mail, language, country, passwordHash },
    now,
  );
  const by = { userId, name: `${firstName} ${lastName}` };
  const wanted = { kind: 'company', name, country, language, address, by } as const;
  const { organizationId } = await createOrganization(
    tx,
    vatNumber === undefined ? wanted : { ...wanted, vatNumber },
    now,
  );
  // this is where they work from now on, and where the portal opens
  await switchTo(tx, { userId, organizationId }, now);
  if (customer.onAccount) {
    const reason = 'A good customer for years.';
    await grantOnAccount(tx, { organizationId, actor: staff, reason }, now);
  }
  return { is: customer, organizationId, userId };
}

/** Marta also helps in the partner's company: one login, three organizations. */
export async function joinPartner(
  tx: Tx,
  { marta, partner }: { marta: OpenedCustomer; partner: OpenedCustomer },
  now: Instant,
): Promise<void> {
  const actor = { kind: 'user', userId: partner.userId, name: 'Ada Lindqvist' } as const;
  const member = { organizationId: partner.organizationId, userId: marta.userId } as const;
  await addMember(tx, { ...member, role: 'collaborator' }, actor, now);
}

/** A second factor for all of a company, in three weeks; what counts is for the careful. */
export async function requireFactor(
  tx: Tx,
  { organizationId, userId }: OpenedCustomer,
  now: Instant,
): Promise<void> {
  const actor = { kind: 'user', userId, name: 'Ada Lindqvist' } as const;
  const secondFactor = { from: addDays(dayOf(now), 21), graceDays: 7 };
  const policy = {
    secondFactor,
    methods: ['passkey', 'totp'],
    idleSeconds: undefined,
    absoluteSeconds: undefined,
    mayStay: true,
  } as const;
  const command = { organizationId, policy, basedOn: 0, actor, makeSure: async () => undefined };
  await savePolicy(tx, command, now);
}

function addressOf({ person: [first, last], name }: DemoCustomer): string {
  const known = [demoPeople.customer, demoPeople.partner].find(
    ({ firstName, lastName }) => firstName === first && lastName === last,
  );
  if (known) return known.address;
  return `${plain(first)}@${plain(name)}.example`;
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}
