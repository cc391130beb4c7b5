create schema subscriptions;
-- day ranges beside uuids in one exclusion constraint
create extension if not exists btree_gist with schema public;

create table subscriptions."order" (
  organization_id uuid        not null,
  id              uuid        not null, -- version 7; spelled ord_… outside
  number          integer     not null check (number > 0), -- 1, 2, 3 … within the organization
  state           text        not null check (state in ('open', 'started', 'cancelled', 'expired')),
  payment         text        not null check (payment in ('in_advance', 'on_account', 'free')),
  currency        text        not null check (currency in ('CHF', 'EUR')),
  net_minor       bigint      not null check (net_minor >= 0),
  gross_minor     bigint      not null check (gross_minor >= net_minor),
  treatment       text        not null, -- how it is taxed, in the words of billing
  vat_rows        jsonb       not null, -- one entry per rate, as it was frozen
  address_id      uuid,                 -- null: the organization's own address
  pro_forma_id    uuid,
  invoice_id      uuid,
  placed_at       timestamptz not null,
  primary key (organization_id, id),
  unique (organization_id, number),
  check ((payment = 'in_advance') = (pro_forma_id is not null))
);
comment on table subscriptions."order" is
  'tenant: a wish to buy, paid in advance through its pro-forma or invoiced at once on account.';
create index order_by_state on subscriptions."order" (organization_id, state, number desc);

create table subscriptions.order_item (
  organization_id uuid    not null,
  id              uuid    not null, -- spelled itm_… outside
  order_id        uuid    not null,
  position        integer not null check (position > 0),
  product         text    not null,
  kind            text    not null,
  offer           text    not null,
  product_name    jsonb   not null, -- as it was called when it was ordered
  offer_name      jsonb   not null,
  period          text    not null check (period in ('month', 'year')),
  quantity        integer not null check (quantity > 0),
  warranty        boolean not null,
  minimum_term_months integer not null check (minimum_term_months >= 0),
  configuration   jsonb   not null,
  label           text    not null,
  vat_category    text    not null,
  unit_minor      bigint  not null check (unit_minor >= 0),
  steps           jsonb   not null, -- why it costs what it costs (B7), frozen
  net_minor       bigint  not null check (net_minor >= 0),
  primary key (organization_id, id),
  unique (organization_id, order_id, position),
  foreign key (organization_id, order_id) references subscriptions."order" (organization_id, id)
);
comment on table subscriptions.order_item is
  'tenant, append-only: one line of an order with the price at which it was ordered.';
create trigger order_item_never_changes
  before update or delete on subscriptions.order_item
  for each statement execute function platform.refuse_change();

create table subscriptions.order_change (
  organization_id uuid        not null,
  order_id        uuid        not null,
  to_state        text        not null check (to_state in (
    'open', 'started', 'cancelled', 'expired')),
  at              timestamptz not null,
  by_kind         text        not null check (by_kind in ('user', 'staff', 'system')),
  by_id           uuid,                 -- of the user or staff member
  primary key (organization_id, order_id, to_state), -- a state is entered once
  foreign key (organization_id, order_id) references subscriptions."order" (organization_id, id)
);
comment on table subscriptions.order_change is
  'tenant, append-only: when an order became what it is, and through whom.';
create trigger order_change_never_changes
  before update or delete on subscriptions.order_change
  for each statement execute function platform.refuse_change();
