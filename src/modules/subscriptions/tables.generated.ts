// Generated from the migrations by `npm run tables`. Do not edit.
import type { Generated } from 'kysely';
import type { Day } from '#kernel/calendar.ts';
import { schemaOf } from '#platform/database/tx.ts';

export type SubscriptionsTables = {
  /** tenant, append-only: the days of a subscription that an invoice covers; no day twice. */
  'subscriptions.billed_period': {
    organization_id: string;
    subscription_id: string;
    period_from: Day;
    period_to: Day;
    because: 'invoiced' | 'free' | 'moved';
    invoice_id: string | null;
    net_minor: bigint;
    currency: 'CHF' | 'EUR';
  };
  /** tenant: the addresses of a mail service; whoever signs in with one does not leave (R36). */
  'subscriptions.mail_address': {
    organization_id: string;
    subscription_id: string;
    address: string;
    added_at: Date;
    added_by: string;
  };
  /**
   * tenant, append-only: that a product left for another organization or came from one; a row each.
   */
  'subscriptions.move': {
    organization_id: string;
    id: string;
    direction: 'out' | 'in';
    subscription_id: string;
    other_organization_id: string;
    other_subscription_id: string;
    other_name: string;
    moved_at: Date;
    moved_by: string;
  };
  /** tenant: a link by which another organization takes a product over, once, within its days. */
  'subscriptions.move_link': {
    organization_id: string;
    id: string;
    subscription_id: string;
    token_hash: Buffer;
    made_at: Date;
    made_by: string;
    expires_at: Date;
    ended_at: Date | null;
    ended_because: 'used' | 'withdrawn' | 'replaced' | null;
  };
  /**
   * tenant: a wish to buy, paid in advance through its pro-forma or invoiced at once on account.
   */
  'subscriptions.order': {
    organization_id: string;
    id: string;
    number: number;
    state: 'open' | 'started' | 'cancelled' | 'expired';
    payment: 'in_advance' | 'on_account' | 'free';
    currency: 'CHF' | 'EUR';
    net_minor: bigint;
    gross_minor: bigint;
    treatment: string;
    vat_rows: unknown;
    address_id: string | null;
    pro_forma_id: string | null;
    invoice_id: string | null;
    placed_at: Date;
  };
  /** tenant, append-only: when an order became what it is, and through whom. */
  'subscriptions.order_change': {
    organization_id: string;
    order_id: string;
    to_state: 'open' | 'started' | 'cancelled' | 'expired';
    at: Date;
    by_kind: 'user' | 'staff' | 'system';
    by_id: string | null;
  };
  /** tenant, append-only: one line of an order with the price at which it was ordered. */
  'subscriptions.order_item': {
    organization_id: string;
    id: string;
    order_id: string;
    position: number;
    product: string;
    kind: string;
    offer: string;
    product_name: unknown;
    offer_name: unknown;
    period: 'month' | 'year';
    quantity: number;
    warranty: boolean;
    minimum_term_months: number;
    configuration: unknown;
    label: string;
    vat_category: string;
    unit_minor: bigint;
    steps: unknown;
    net_minor: bigint;
  };
  /** tenant: who of the members uses a suite; while the suite runs they do not leave (R35). */
  'subscriptions.place': {
    organization_id: string;
    subscription_id: string;
    user_id: string;
    given_at: Date;
    given_by: string;
  };
  /** tenant: the making of a product outside Atrio: asked for, tried, done or failed. */
  'subscriptions.provisioning': {
    organization_id: string;
    subscription_id: string;
    state: 'waiting' | 'done' | 'failed';
    tries: Generated<number>;
    last_problem: string | null;
    result: Generated<unknown>;
    requested_at: Date;
    finished_at: Date | null;
  };
  /**
   * tenant: one product bought by one organization, with its periods and what it is configured as.
   */
  'subscriptions.subscription': {
    organization_id: string;
    id: string;
    order_item_id: string | null;
    product: string;
    kind: string;
    offer: string;
    product_name: unknown;
    offer_name: unknown;
    label: string;
    configuration: unknown;
    period: 'month' | 'year';
    quantity: number;
    currency: 'CHF' | 'EUR';
    state: 'provisioning' | 'active' | 'failed' | 'ended' | 'moved';
    anchor: Day;
    periods_paid: number;
    paid_until: Day;
    renewal_warranty: boolean;
    earliest_end: Day | null;
    created_at: Date;
    move_id: string | null;
  };
};

/** Opens this module's own tables in a transaction. */
export const subscriptions = schemaOf<SubscriptionsTables>();
