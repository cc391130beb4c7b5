import { place } from '#web/routing/place.ts';

type About = { readonly kind: string; readonly id: string };

/** The page of what an entry is about; undefined where it has none, e.g. outside organizations. */
export function placeOf({ kind, id }: About, organizationId: string | undefined) {
  if (kind === 'session') return place('/account/access');
  if (kind === 'factor') return place('/account/security/two-factor');
  if (organizationId === undefined) return undefined;
  switch (kind) {
    case 'product':
      return place('/o/$organizationId/products/$subscriptionId', {
        organizationId,
        subscriptionId: id,
      });
    case 'order':
      return place('/o/$organizationId/orders/$orderId', { organizationId, orderId: id });
    case 'invoice':
      return place('/o/$organizationId/billing/invoices/$invoiceId', {
        organizationId,
        invoiceId: id,
      });
    case 'pro-forma':
      return place('/o/$organizationId/billing/pro-formas/$proFormaId', {
        organizationId,
        proFormaId: id,
      });
    case 'prepaid-line':
      return place('/o/$organizationId/billing/prepaid', { organizationId });
    case 'address':
      return place('/o/$organizationId/billing/addresses', { organizationId });
    case 'user':
      return place('/o/$organizationId/organization/members/$userId', {
        organizationId,
        userId: id,
      });
    case 'invitation':
      return place('/o/$organizationId/organization/members', { organizationId });
    case 'team':
      return place('/o/$organizationId/organization/teams/$teamId', { organizationId, teamId: id });
    case 'policy':
      return place('/o/$organizationId/organization/policies', { organizationId });
    case 'organization':
      return place('/o/$organizationId/organization', { organizationId });
    default:
      return undefined;
  }
}
