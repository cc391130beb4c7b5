-- A product that moved stays where it was as a record of what was paid, and goes on elsewhere.
alter table subscriptions.subscription
  drop constraint subscription_state_check,
  add constraint subscription_state_check check (state in (
    'provisioning', 'active', 'failed', 'ended', 'moved')),
  alter column order_item_id drop not null,
  add column move_id uuid, -- the move by which it came; then no order of this organization did
  add constraint subscription_came_one_way check (num_nonnulls(order_item_id, move_id) = 1);

alter table subscriptions.billed_period
  drop constraint billed_period_because_check,
  -- moved: paid by the organization that had the product before
  add constraint billed_period_because_check check (because in ('invoiced', 'free', 'moved'));

create table subscriptions.move (
  organization_id       uuid        not null,
  id                    uuid        not null, -- the same on both sides
  direction             text        not null check (direction in ('out', 'in')),
  subscription_id       uuid        not null,
  other_organization_id uuid        not null check (other_organization_id <> organization_id),
  other_subscription_id uuid        not null,
  other_name            text        not null, -- of the other organization, as it was called then
  moved_at              timestamptz not null,
  moved_by              uuid        not null, -- the user
  primary key (organization_id, id),
  unique (organization_id, subscription_id, direction), -- it leaves once, and came once
  foreign key (organization_id, subscription_id)
    references subscriptions.subscription (organization_id, id)
);
comment on table subscriptions.move is
  'tenant, append-only: that a product left for another organization or came from one; a row each.';
create trigger move_never_changes
  before update or delete on subscriptions.move
  for each statement execute function platform.refuse_change();

create table subscriptions.move_link (
  organization_id uuid        not null,
  id              uuid        not null,
  subscription_id uuid        not null,
  token_hash      bytea       not null check (length(token_hash) = 32),
  made_at         timestamptz not null,
  made_by         uuid        not null, -- the user
  expires_at      timestamptz not null,
  ended_at        timestamptz,
  ended_because   text check (ended_because in ('used', 'withdrawn', 'replaced')),
  primary key (organization_id, id),
  unique (organization_id, token_hash),
  foreign key (organization_id, subscription_id)
    references subscriptions.subscription (organization_id, id),
  check ((ended_at is null) = (ended_because is null))
);
comment on table subscriptions.move_link is
  'tenant: a link by which another organization takes a product over, once, within its days.';
create unique index move_link_open on subscriptions.move_link (organization_id, subscription_id)
  where ended_at is null;
