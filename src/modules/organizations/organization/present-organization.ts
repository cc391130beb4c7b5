import type { Membership } from '../members/member.rules.ts';
import { permissionsOf } from '../members/rights.rules.ts';
import type { Organization } from './organization.rules.ts';

/** An organization as one of its members sees it. */
export function presentOrganization(organization: Organization, membership: Membership) {
  const { address, vatNumber, vatCheck, createdAt: _, ...open } = organization;
  const { role, billingRight } = membership;
  const inside = {
    address: address ?? null,
    vatNumber: vatNumber ?? null,
    vatCheck: vatCheck ?? null,
  };
  return {
    ...open,
    ...(role === 'external' ? {} : inside),
    role,
    may: [...permissionsOf(role, billingRight)],
  };
}
