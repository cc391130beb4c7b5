import type { Membership } from '../members/member.rules.ts';
import { permissionsOf } from '../members/rights.rules.ts';
import type { Organization } from './organization.rules.ts';
import { readablePhone } from './phone.rules.ts';

/** An organization as one of its members sees it. */
export function presentOrganization(organization: Organization, membership: Membership) {
  const {
    address,
    vatNumber,
    vatCheck,
    phone,
    createdAt: _,
    createdBy: __,
    ...open
  } = organization;
  const { role, billingRight } = membership;
  const inside = {
    address: address ?? null,
    vatNumber: vatNumber ?? null,
    vatCheck: vatCheck ?? null,
    phone: phone === undefined ? null : readablePhone(phone),
  };
  return {
    ...open,
    ...(role === 'external' ? {} : inside),
    role,
    may: [...permissionsOf(role, billingRight)],
  };
}
