import { type Held, permissionsIn } from '../members/rights.rules.ts';
import type { Organization } from './organization.rules.ts';
import { readablePhone } from './phone.rules.ts';

/** An organization as one of its members sees it. */
export function presentOrganization(organization: Organization, held: Held) {
  const { organizationId, customerNumber, kind, name, country, currency } = organization;
  const { address, vatNumber, vatCheck, phone, language, onAccount } = organization;
  const { role } = held;
  const inside = {
    address: address ?? null,
    vatNumber: vatNumber ?? null,
    vatCheck: vatCheck ?? null,
    phone: phone === undefined ? null : readablePhone(phone),
  };
  return {
    organizationId,
    customerNumber,
    kind,
    name,
    country,
    currency,
    language,
    onAccount,
    ...(role === 'external' ? {} : inside),
    role,
    may: [...permissionsIn(held)],
  };
}
