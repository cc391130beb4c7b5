import type { Actor } from '#kernel/actor.ts';
import { idOf, type Id, type OrganizationId } from '#kernel/ids.ts';
import { heldSingly, type HeldSingly, type Permission } from '#kernel/permission.ts';
import { everything, type Scope } from '#kernel/scope.ts';
import type { Tx } from '#platform/database/tx.ts';
import { notPermitted } from '#platform/http/refusals.ts';
import { managementBlocked } from '../grants/grant.refusals.ts';
import { heldBy, type AskedProducts, type HeldBy } from '../rights/held.store.ts';
import { organizationNotFound } from '../organization/organization.refusals.ts';
import { teamNotFound } from '../teams/team.refusals.ts';
import {
  aboutOneself,
  asLeader,
  everywhere,
  isOrganizationPermission,
  permissionsIn,
  permissionsOf,
  permissionsOnProduct,
  type OrganizationPermission,
} from './rights.rules.ts';

/** What a request asks of an organization: a permission, and the things that its path names. */
export type AskedOfOrganization = {
  readonly permission: Permission;
  readonly organizationId: OrganizationId;
  readonly params?: { readonly [name: string]: unknown };
};

/** Who was let in, and to what. */
export type Admission = {
  readonly held: HeldBy;
  /** What a list may show. */
  readonly scope: Scope | undefined;
  /** False when the path names a product that this member does not see: for them there is none. */
  readonly seesProduct: boolean;
};

/**
 * The one place that decides who gets through to what (R25, D1, N3): by what the role allows in the
 * whole organization, or by what grants, teams and leading allow on the thing that the path names.
 * Read by one statement. A stranger learns nothing, not even that the organization exists (WB-08); a
 * member learns which permission is missing, and nothing of products and teams that they do not see.
 */
export async function admitToOrganization(
  tx: Tx,
  actor: Actor,
  { permission, organizationId, params = {} }: AskedOfOrganization,
): Promise<Admission> {
  if (actor.kind !== 'user') throw organizationNotFound({});
  const thing = thingNamed(permission, params);
  const { userId } = actor;
  const held = await heldBy(tx, { organizationId, userId }, toRead(permission, thing));
  if (!held) throw organizationNotFound({});
  if (!isOrganizationPermission(permission)) throw notPermitted({ permission });

  if (permissionsOf(held.role, held.billingRight).has(permission)) {
    return { held, scope: everything, seesProduct: true };
  }
  if (thing) {
    return { held, scope: undefined, seesProduct: admitToThing(held, permission, thing) };
  }
  if (!permissionsIn(held).has(permission)) throw notPermitted({ permission });
  return { held, scope: scopeOf(held, permission), seesProduct: true };
}

/** The same for whoever acts in an organization without naming anything in it. */
export async function authorizeInOrganization(
  tx: Tx,
  actor: Actor,
  permission: Permission,
  organizationId: OrganizationId,
): Promise<HeldBy> {
  const { held } = await admitToOrganization(tx, actor, { permission, organizationId });
  return held;
}

type Thing = { readonly kind: (typeof heldSingly)[HeldSingly]; readonly id: string };

const isHeldSingly = (permission: Permission): permission is HeldSingly => permission in heldSingly;

function thingNamed(permission: Permission, params: { readonly [name: string]: unknown }) {
  if (!isHeldSingly(permission)) return undefined;
  const kind = heldSingly[permission];
  const id = params[kind];
  return typeof id === 'string' ? { kind, id } : undefined;
}

const subscriptionId = idOf('sub');

function toRead(permission: Permission, thing: Thing | undefined): AskedProducts {
  if (thing?.kind === 'subscriptionId') {
    const named = subscriptionId.safeParse(thing.id);
    return named.success ? [named.data] : 'any';
  }
  return permission === 'products.see' ? 'granted' : 'any';
}

/** What a list shows to one who does not hold its permission for all there is. */
function scopeOf(held: HeldBy, permission: OrganizationPermission): Scope | undefined {
  if (permission === 'teams.see') return { all: false, only: held.led };
  if (permission !== 'products.see') return everything;
  return everywhere(held) ? everything : { all: false, only: [...held.products.keys()] };
}

/** Lets a member through to one thing, or refuses; false for a product that they do not see. */
function admitToThing(held: HeldBy, permission: OrganizationPermission, thing: Thing): boolean {
  if (thing.kind === 'subscriptionId') return admitToProduct(held, permission, thing.id);
  if (thing.kind === 'teamId') {
    const isLed = held.led.some((led) => led === thing.id);
    if (!isLed || !asLeader.includes(permission)) throw teamNotFound({});
  } else if (thing.id !== held.userId || !aboutOneself.includes(permission)) {
    throw notPermitted({ permission });
  }
  return true;
}

function admitToProduct(held: HeldBy, permission: OrganizationPermission, id: string): boolean {
  const named: Id<'sub'> = `sub_${id.slice('sub_'.length)}`;
  const on = held.products.get(named) ?? { granted: undefined, isBlocked: false };
  const may = permissionsOnProduct(held, on);
  if (!may.has('products.see')) return false;
  if (may.has(permission)) return true;
  const reason = held.reasons.get(named);
  const unblocked = permissionsOnProduct(held, { ...on, isBlocked: false });
  if (reason !== undefined && unblocked.has(permission)) throw managementBlocked({ reason });
  throw notPermitted({ permission });
}
