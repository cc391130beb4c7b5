import { sql, type RawBuilder } from 'kysely';
import type { Instant } from '#kernel/calendar.ts';
import { fromUuid, toUuid, type Id, type OrganizationId, type UserId } from '#kernel/ids.ts';
import type { MemberRole } from '#kernel/permission.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Held, OnProduct, ProductRight } from '../members/rights.rules.ts';
import { organizations } from '../tables.generated.ts';
import type { TeamId } from '../teams/team.rules.ts';

/** A member with all that they hold, by their role, by grants and by their teams. */
export type HeldBy = Held & {
  readonly organizationId: OrganizationId;
  readonly userId: UserId;
  readonly joinedAt: Instant;
  /** The teams that they lead. */
  readonly led: readonly TeamId[];
  /** Of the products that were asked about, those with something to say. */
  readonly products: ReadonlyMap<Id<'sub'>, OnProduct>;
  /** Why the management of those is blocked. */
  readonly reasons: ReadonlyMap<Id<'sub'>, string>;
};

/** What is read of the products: whether there are any, all that were granted, or how these stand. */
export type AskedProducts = 'any' | 'granted' | readonly Id<'sub'>[];

/**
 * What a member of an organization holds: one statement, answered from indexes whatever the number
 * of their teams and grants. Undefined for a stranger.
 */
export async function heldBy(
  tx: Tx,
  { organizationId, userId }: { organizationId: OrganizationId; userId: UserId },
  asked: AskedProducts,
): Promise<HeldBy | undefined> {
  const { rows } = await sql<Row>`${reading(asked)}
    where member.organization_id = ${toUuid(organizationId)}
      and member.user_id = ${toUuid(userId)}`.execute(organizations(tx));
  return rows[0] && toHeld(rows[0]);
}

/** What a user holds everywhere. */
export async function heldEverywhere(tx: Tx, userId: UserId): Promise<HeldBy[]> {
  const { rows } = await sql<Row>`${reading('any')}
    where member.user_id = ${toUuid(userId)}`.execute(organizations(tx));
  return rows.map(toHeld);
}

type Row = {
  readonly organization_id: string;
  readonly user_id: string;
  readonly role: MemberRole;
  readonly billing_right: boolean;
  readonly joined_at: Date;
  readonly all_products: ProductRight | null;
  readonly led: readonly string[];
  readonly has_grants: boolean;
  /** Products, with spaces between them: thousands are read faster so than as an array. */
  readonly seen: string | null;
  readonly managed: string | null;
  readonly blocked: { readonly [product: string]: string } | null;
};

/** A member with the sum of their teams; then, of products, what is asked. */
function reading(asked: AskedProducts): RawBuilder<Row> {
  return sql<Row>`
    select member.organization_id, member.user_id, member.role, member.joined_at,
      member.billing_granted_at is not null as billing_right,
      team.all_products, team.led, product.*
    from organizations.member
    cross join lateral (
      select array_agg(belongs.team_id) as ids,
        coalesce(array_agg(belongs.team_id) filter (where belongs.leads), '{}') as led,
        case when bool_or(team.all_products = 'manage') then 'manage'
          when bool_or(team.all_products = 'see') then 'see' end as all_products
      from organizations.team_member as belongs
      join organizations.team on team.organization_id = belongs.organization_id
        and team.id = belongs.team_id
      where belongs.organization_id = member.organization_id
        and belongs.user_id = member.user_id
    ) as team
    cross join lateral (${productsOf(asked)}) as product`;
}

/** What the member holds themselves stands beside what their teams hold. */
const ofHolders = sql`organizations.product_grant as held
  where held.organization_id = member.organization_id
    and held.holder_id = any(team.ids || member.user_id)`;

const nothing = sql`null as managed, null::jsonb as blocked`;

function productsOf(asked: AskedProducts): RawBuilder<unknown> {
  if (asked === 'any') {
    return sql`select exists (select from ${ofHolders}) as has_grants, null as seen, ${nothing}`;
  }
  if (asked === 'granted') {
    return sql`select count(*) > 0 as has_grants,
      string_agg(held.subscription_id::text, ' ') as seen, ${nothing} from ${ofHolders}`;
  }
  const ids = asked.map(toUuid);
  return sql`select count(*) > 0 as has_grants,
      string_agg(held.subscription_id::text, ' ') as seen,
      string_agg(held.subscription_id::text, ' ') filter (where held.access = 'manage') as managed,
      (select jsonb_object_agg(block.subscription_id, block.reason)
        from organizations.management_block as block
        where block.organization_id = member.organization_id
          and block.subscription_id = any(${ids}::uuid[])) as blocked
    from ${ofHolders} and held.subscription_id = any(${ids}::uuid[])`;
}

function toHeld(row: Row): HeldBy {
  const reasons = new Map(
    Object.entries(row.blocked ?? {}).map(([id, reason]) => [fromUuid('sub', id), reason] as const),
  );
  return {
    organizationId: fromUuid('org', row.organization_id),
    userId: fromUuid('usr', row.user_id),
    role: row.role,
    billingRight: row.billing_right,
    joinedAt: row.joined_at,
    allProducts: row.all_products ?? undefined,
    led: row.led.map((id) => fromUuid('tea', id)),
    leads: row.led.length > 0,
    hasGrants: row.has_grants,
    products: productsIn(row, reasons),
    reasons,
  };
}

function productsIn(
  { seen, managed }: Row,
  reasons: ReadonlyMap<Id<'sub'>, string>,
): ReadonlyMap<Id<'sub'>, OnProduct> {
  const most = new Set(managed?.split(' '));
  const ids = new Set(seen?.split(' '));
  const held = [...ids].map((uuid) => {
    const id = fromUuid('sub', uuid);
    const granted = most.has(uuid) ? 'manage' : 'see';
    return [id, { granted, isBlocked: reasons.has(id) }] as const;
  });
  const blockedOnly = [...reasons.keys()].map(
    (id) => [id, { granted: undefined, isBlocked: true }] as const,
  );
  return new Map<Id<'sub'>, OnProduct>([...blockedOnly, ...held]);
}
