create schema catalogue;

create table catalogue.product (
  code                 text    not null primary key check (code ~ '^[a-z][a-z0-9-]{1,39}$'),
  kind                 text    not null check (kind in (
    'domain', 'web-hosting', 'mail-service', 'suite', 'personal-suite', 'nas', 'backup',
    'premium-support', 'custom-brand')),
  rank                 integer not null check (rank >= 0), -- order on the page
  name                 jsonb   not null check (name ? 'en'),
  summary              jsonb   not null check (summary ? 'en'),
  vat_category         text    not null check (vat_category in ('standard', 'reduced', 'lodging')),
  transferable         boolean not null, -- may move to another organization (R73)
  renewal_warranty     text    not null check (renewal_warranty in (
    'at_order', 'after_purchase', 'no')),
  minimum_term_months  integer not null default 0 check (minimum_term_months between 0 and 60),
  maximum_quantity     integer not null default 1 check (maximum_quantity between 1 and 10000),
  withdrawn_on         date    -- no longer sold from this day; what runs, runs on
);
comment on table catalogue.product is
  'global: what can be bought; texts and properties are the operator''s and may be edited.';

create table catalogue.offer (
  product  text    not null references catalogue.product (code),
  code     text    not null check (code ~ '^[a-z0-9][a-z0-9.-]{0,39}$'),
  rank     integer not null check (rank >= 0), -- from the lower to the higher offer (R71, R72)
  name     jsonb   not null check (name ? 'en'),
  summary  jsonb   not null check (summary ? 'en'),
  limits   jsonb   not null default '{}', -- what is included, e.g. {"users": 5, "storage_gb": 500}
  withdrawn_on date,
  primary key (product, code)
);
comment on table catalogue.offer is
  'global: the levels that a product is sold in, in their order.';

create table catalogue.content (
  product           text    not null,
  offer             text    not null,
  contained_product text    not null,
  contained_offer   text    not null,
  quantity          integer not null check (quantity > 0),
  primary key (product, offer, contained_product, contained_offer),
  foreign key (product, offer) references catalogue.offer (product, code),
  foreign key (contained_product, contained_offer) references catalogue.offer (product, code),
  check (product <> contained_product)
);
comment on table catalogue.content is
  'global: what a bundle contains; its parts are neither moved nor cancelled alone (R74, R75).';
