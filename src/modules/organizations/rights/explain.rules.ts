import {
  asLeader,
  organizationPermissions,
  reachedByAllProducts,
  rights,
  withBillingRight,
  withGrant,
  type Held,
  type OrganizationPermission,
  type ProductRight,
} from '../members/rights.rules.ts';

/** A team as far as it gives rights. */
export type GivingTeam = {
  readonly teamId: string;
  readonly name: string;
  readonly allProducts: ProductRight | undefined;
  readonly leads: boolean;
};

/** Where a right comes from. Products that were granted one by one are listed by themselves. */
export type Source<Team = GivingTeam> =
  | { readonly kind: 'role' | 'billing-right' | 'grants' }
  | { readonly kind: 'team' | 'leader'; readonly team: Team };

/**
 * Every right of a member with all that gives it: what the table says of their role, of the billing
 * right, of their teams and of what was granted.
 */
export function explain<Team extends GivingTeam>(
  held: Held,
  teams: readonly Team[],
): { permission: OrganizationPermission; sources: Source<Team>[] }[] {
  return organizationPermissions
    .map((permission) => ({ permission, sources: sourcesOf(permission, held, teams) }))
    .filter(({ sources }) => sources.length > 0);
}

function sourcesOf<Team extends GivingTeam>(
  permission: OrganizationPermission,
  { role, billingRight, hasGrants }: Held,
  teams: readonly Team[],
): Source<Team>[] {
  const opened = reachedByAllProducts[role] ? teams : [];
  const open = opened.filter(({ allProducts }) => gives(allProducts, permission));
  const led = asLeader.includes(permission) ? teams.filter(({ leads }) => leads) : [];
  return [
    ...(rights[role].includes(permission) ? [{ kind: 'role' } as const] : []),
    ...(billingRight && withBillingRight[role].includes(permission)
      ? [{ kind: 'billing-right' } as const]
      : []),
    ...(hasGrants && permission === 'products.see' ? [{ kind: 'grants' } as const] : []),
    ...open.map((team) => ({ kind: 'team', team }) as const),
    ...led.map((team) => ({ kind: 'leader', team }) as const),
  ];
}

const gives = (right: ProductRight | undefined, permission: OrganizationPermission): boolean =>
  right !== undefined && withGrant[right].includes(permission);
