create table catalogue.price (
  product    text   not null,
  offer      text   not null,
  part       text   not null check (part in ('product', 'warranty')),
  period     text   not null check (period in ('month', 'year')),
  currency   text   not null check (currency in ('CHF', 'EUR')),
  valid_from date   not null,
  minor      bigint not null check (minor >= 0), -- of one unit for one period, excluding tax
  primary key (product, offer, part, period, currency, valid_from),
  foreign key (product, offer) references catalogue.offer (product, code)
);
comment on table catalogue.price is
  'global, append-only: what one unit costs from a day on; a price change is a further row (D18).';
create trigger price_never_changes
  before update or delete on catalogue.price
  for each statement execute function platform.refuse_change();

create table catalogue.tier (
  product          text    not null references catalogue.product (code),
  valid_from       date    not null,
  from_quantity    integer not null check (from_quantity >= 1),
  off_basis_points integer not null check (off_basis_points between 0 and 10000),
  primary key (product, valid_from, from_quantity)
);
comment on table catalogue.tier is
  'global, append-only: from a quantity on, all units cost so much less (volume tiers, D18).';
create trigger tier_never_changes
  before update or delete on catalogue.tier
  for each statement execute function platform.refuse_change();
