import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '#platform/database/tx.ts';
import type { Invariant } from '#modules/ledger/index.ts';
import { subscriptions } from '../tables.generated.ts';

/** What always holds of orders and products; `npm run audit` asks, and so does every story. */
export const subscriptionInvariants: readonly Invariant[] = [
  invariant(
    'I7',
    'Every day of a product from its start until it is paid is billed exactly once.',
    sql`
      with billed as (
        select organization_id, subscription_id,
          range_agg(daterange(period_from, period_to)) as days,
          sum(period_to - period_from) as total
        from subscriptions.billed_period
        group by organization_id, subscription_id
      )
      select 'product ' || subscription.id as place,
        'billed ' || coalesce(billed.days::text, 'never') || ', should be ['
          || subscription.anchor || ',' || subscription.paid_until || ')' as what
      from subscriptions.subscription
      left join billed on billed.organization_id = subscription.organization_id
        and billed.subscription_id = subscription.id
      where billed.days is distinct from
          datemultirange(daterange(subscription.anchor, subscription.paid_until))
        or billed.total <> subscription.paid_until - subscription.anchor
      limit 100`,
  ),
  invariant(
    'S1',
    'Every line of a started order is a product, and no other line is one.',
    sql`
      select 'order line ' || item.id as place,
        case when subscription.id is null then 'was started without a product'
          else 'has a product, though its order is ' || "order".state end as what
      from subscriptions.order_item as item
      join subscriptions."order" on "order".organization_id = item.organization_id
        and "order".id = item.order_id
      left join subscriptions.subscription on subscription.organization_id = item.organization_id
        and subscription.order_item_id = item.id
      where ("order".state = 'started') <> (subscription.id is not null)
      limit 100`,
  ),
  invariant(
    'S2',
    'An order is what happened to it last, and its lines add up to it.',
    sql`
      select 'order ' || "order".id as place,
        'is ' || "order".state || ' over ' || "order".net_minor as what
      from subscriptions."order"
      where not exists (
          select from subscriptions.order_change as change
          where change.organization_id = "order".organization_id
            and change.order_id = "order".id and change.to_state = "order".state)
        or "order".net_minor <> (
          select sum(net_minor) from subscriptions.order_item as item
          where item.organization_id = "order".organization_id and item.order_id = "order".id)
        or (select count(*) from subscriptions.order_change as change
            where change.organization_id = "order".organization_id
              and change.order_id = "order".id and change.to_state <> 'open') > 1
      limit 100`,
  ),
  invariant(
    'S3',
    'A product that is paid is made, is being made, or is shown to staff as failed.',
    sql`
      select 'product ' || subscription.id as place,
        subscription.state || ', but its making is '
          || coalesce(provisioning.state, 'unknown') as what
      from subscriptions.subscription
      left join subscriptions.provisioning
        on provisioning.organization_id = subscription.organization_id
        and provisioning.subscription_id = subscription.id
      where subscription.state <> 'ended' and (subscription.state, provisioning.state) not in (
        ('provisioning', 'waiting'), ('active', 'done'), ('failed', 'failed'), ('moved', 'done'))
        or provisioning.state is null
      limit 100`,
  ),
  invariant(
    'S4',
    'A started order that costs something has its invoice, and its products were billed with it.',
    sql`
      select 'order ' || "order".id as place, 'started without its invoice' as what
      from subscriptions."order"
      join subscriptions.order_item as item on item.organization_id = "order".organization_id
        and item.order_id = "order".id
      join subscriptions.subscription on subscription.organization_id = item.organization_id
        and subscription.order_item_id = item.id
      left join subscriptions.billed_period as first
        on first.organization_id = subscription.organization_id
        and first.subscription_id = subscription.id and first.period_from = subscription.anchor
      where "order".state = 'started'
        and (("order".payment <> 'free') <> ("order".invoice_id is not null)
          or first.invoice_id is distinct from "order".invoice_id)
      limit 100`,
  ),
  invariant(
    'S5',
    'A product that moved is in exactly one other organization, with the days that were paid.',
    sql`
      with sides as (
        select subscription.id, subscription.state, subscription.move_id, gone.id as gone_id,
          came.id as came_id, there.id as there_id,
          datemultirange(daterange(subscription.anchor, subscription.paid_until)) as days,
          (select range_agg(daterange(period_from, period_to))
           from subscriptions.billed_period as paid
           where paid.organization_id = there.organization_id
             and paid.subscription_id = there.id and paid.because = 'moved') as there_days
        from subscriptions.subscription
        left join subscriptions.move as gone on gone.direction = 'out'
          and gone.organization_id = subscription.organization_id
          and gone.subscription_id = subscription.id
        left join subscriptions.subscription as there
          on there.organization_id = gone.other_organization_id
          and there.id = gone.other_subscription_id and there.move_id = gone.id
        left join subscriptions.move as came on came.direction = 'in'
          and came.organization_id = subscription.organization_id
          and came.subscription_id = subscription.id and came.id = subscription.move_id
      )
      select 'product ' || id as place,
        case when (state = 'moved') <> (gone_id is not null) then 'moved without a record of it'
          when state = 'moved' and there_id is null then 'moved, and arrived nowhere'
          when state = 'moved' then 'has other paid days where it went'
          else 'came without a record of it' end as what
      from sides
      where (state = 'moved') <> (gone_id is not null)
        or state = 'moved' and (there_id is null or there_days is distinct from days)
        or (move_id is null) <> (came_id is null)
      limit 100`,
  ),
];

type Row = { place: string; what: string };

function invariant(id: string, says: string, query: RawBuilder<unknown>): Invariant {
  return {
    id,
    says,
    check: async (tx: Tx) => {
      const { rows } = await sql<Row>`${query}`.execute(subscriptions(tx));
      return rows.map(({ place, what }) => ({ where: place, what }));
    },
  };
}
