create table subscriptions.subscription (
  organization_id  uuid        not null,
  id               uuid        not null, -- version 7; spelled sub_… outside
  order_item_id    uuid        not null,
  product          text        not null,
  kind             text        not null,
  offer            text        not null,
  product_name     jsonb       not null,
  offer_name       jsonb       not null,
  label            text        not null,
  configuration    jsonb       not null,
  period           text        not null check (period in ('month', 'year')),
  quantity         integer     not null check (quantity > 0),
  currency         text        not null check (currency in ('CHF', 'EUR')),
  state            text        not null check (state in (
    'provisioning', 'active', 'failed', 'ended')),
  anchor           date        not null, -- every period is computed from it (D27)
  periods_paid     integer     not null check (periods_paid >= 1),
  paid_until       date        not null check (paid_until > anchor), -- the first day not paid
  renewal_warranty boolean     not null,
  earliest_end     date,                 -- minimum term
  created_at       timestamptz not null,
  primary key (organization_id, id),
  unique (organization_id, order_item_id), -- an ordered line is started once
  foreign key (organization_id, order_item_id)
    references subscriptions.order_item (organization_id, id)
);
comment on table subscriptions.subscription is
  'tenant: one product bought by one organization, with its periods and what it is configured as.';
create index subscription_by_paid_until
  on subscriptions.subscription (organization_id, paid_until, id);

create table subscriptions.billed_period (
  organization_id uuid   not null,
  subscription_id uuid   not null,
  period_from     date   not null,
  period_to       date   not null check (period_to > period_from), -- the first day after it
  because         text   not null check (because in ('invoiced', 'free')),
  invoice_id      uuid,
  net_minor       bigint not null check (net_minor >= 0), -- the price actually paid (D19)
  currency        text   not null check (currency in ('CHF', 'EUR')),
  -- also the guard where no exclusion constraint exists
  primary key (organization_id, subscription_id, period_from),
  foreign key (organization_id, subscription_id)
    references subscriptions.subscription (organization_id, id),
  check ((because = 'invoiced') = (invoice_id is not null)),
  constraint no_day_is_billed_twice exclude using gist (
    organization_id with =,
    subscription_id with =,
    daterange(period_from, period_to) with &&
  )
);
comment on table subscriptions.billed_period is
  'tenant, append-only: the days of a subscription that an invoice covers; no day twice.';
create trigger billed_period_never_changes
  before update or delete on subscriptions.billed_period
  for each statement execute function platform.refuse_change();

create table subscriptions.provisioning (
  organization_id uuid        not null,
  subscription_id uuid        not null,
  state           text        not null check (state in ('waiting', 'done', 'failed')),
  tries           integer     not null default 0 check (tries >= 0),
  last_problem    text,
  result          jsonb       not null default '{}', -- where it runs, how to get in
  requested_at    timestamptz not null,
  finished_at     timestamptz,
  primary key (organization_id, subscription_id),
  foreign key (organization_id, subscription_id)
    references subscriptions.subscription (organization_id, id),
  check ((state = 'waiting') = (finished_at is null))
);
comment on table subscriptions.provisioning is
  'tenant: the making of a product outside Atrio: asked for, tried, done or failed.';
create index provisioning_failed on subscriptions.provisioning (finished_at) where state = 'failed';
