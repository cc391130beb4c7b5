import { record } from '#modules/activity/index.ts';
import type { Instant } from '#kernel/calendar.ts';
import type { UserId } from '#kernel/ids.ts';
import type { Language } from '#kernel/language.ts';
import { newId } from '#kernel/new-id.ts';
import type { Tx } from '#platform/database/tx.ts';
import { insertMember } from '../members/member.store.ts';
import { currencyOf } from './country.rules.ts';
import { wrongVatNumber } from './organization.refusals.ts';
import type { NewOrganization, Organization } from './organization.rules.ts';
import { insertOrganization, takeCustomerNumber } from './organization.store.ts';
import { organizationOf } from './read-organization.ts';
import { vatNumberOf } from './vat-number.rules.ts';

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

/** A further organization; whoever creates it is its legal representative (N2). */
export async function createOrganization(
  tx: Tx,
  wanted: NewOrganization,
  now: Instant,
): Promise<Organization> {
  const { by, kind, name, country, language, address } = wanted;
  const vatNumber = wanted.vatNumber && vatNumberOf(wanted.vatNumber, country);
  if (wanted.vatNumber && !vatNumber) throw wrongVatNumber({ country });

  const organizationId = newId('org', now);
  const customerNumber = await takeCustomerNumber(tx, organizationId);
  const identity = {
    kind,
    name,
    country,
    language,
    address,
    currency: currencyOf(country),
    vatNumber: vatNumber || undefined,
    vatCheck: vatNumber ? ('unknown' as const) : undefined,
  };
  await insertOrganization(
    tx,
    { organizationId, customerNumber, identity, createdBy: by.userId },
    now,
  );
  await insertMember(tx, { organizationId, userId: by.userId, role: 'legal_representative' }, now);
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
