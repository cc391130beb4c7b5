import { record } from '#modules/activity/index.ts';
import type { Instant } from '#kernel/calendar.ts';
import type { UserId } from '#kernel/ids.ts';
import type { Language } from '#kernel/language.ts';
import { newId } from '#kernel/new-id.ts';
import type { Tx } from '#platform/database/tx.ts';
import { reserve } from '#platform/throttle/throttle.ts';
import { insertMember } from '../members/member.store.ts';
import { firstIdentity, type NewOrganization, type Organization } from './organization.rules.ts';
import { insertOrganization, takeCustomerNumber } from './organization.store.ts';
import { organizationOf } from './read-organization.ts';
import { identityOrRefusal } from './update-organization.ts';
import { askRegister } from './vat/ask-register.ts';

/** What account opening says about the new user. */
export type AccountOpened = {
  readonly userId: UserId;
  readonly firstName: string;
  readonly lastName: string;
  readonly language: Language;
  readonly country: string;
};

/** The organization that everybody has from the first minute, in their own name (R22, R23). */
export async function openFirstOrganization(
  tx: Tx,
  { userId, firstName, lastName, language, country }: AccountOpened,
  now: Instant,
): Promise<void> {
  const name = `${firstName} ${lastName}`;
  const by = { userId, name };
  await createOrganization(tx, { kind: 'person', name, country, language, by }, now);
}

/** Enough for anybody who founds companies, too few to fill a table. */
const perDay = { count: 20, windowSeconds: 24 * 60 * 60 };

/** A further organization of somebody who is signed in (N2). */
export async function createFurtherOrganization(
  tx: Tx,
  wanted: NewOrganization,
  now: Instant,
): Promise<Organization> {
  await reserve(tx, { key: `organizations:create:${wanted.by.userId}`, budget: perDay }, now);
  return createOrganization(tx, wanted, now);
}

/** An organization; whoever creates it is its legal representative (N2). */
export async function createOrganization(
  tx: Tx,
  wanted: NewOrganization,
  now: Instant,
): Promise<Organization> {
  const { by, kind, name, country } = wanted;
  const { identity } = identityOrRefusal(firstIdentity(wanted));
  const organizationId = newId('org', now);
  const customerNumber = await takeCustomerNumber(tx, organizationId);
  await insertOrganization(
    tx,
    { organizationId, customerNumber, identity, createdBy: by.userId },
    now,
  );
  await insertMember(tx, { organizationId, userId: by.userId, role: 'legal_representative' }, now);
  const { vatNumber } = identity;
  if (vatNumber) await askRegister(tx, { organizationId, vatNumber });
  await record(
    tx,
    {
      stream: { organizationId },
      action: 'organizations.organization-created',
      actor: { kind: 'user', ...by },
      about: { kind: 'organization', id: organizationId, label: name },
      facts: { kind, country, customerNumber: String(customerNumber) },
    },
    now,
  );
  return organizationOf(tx, organizationId);
}
