create table billing.pro_forma (
  organization_id uuid        not null,
  id              uuid        not null,
  kind            text        not null check (kind in ('order', 'top-up')),
  subject_id      text        not null, -- the order; of a top-up, itself
  reference       text        not null references billing.payment_reference (ref),
  language        text        not null,
  currency        text        not null,
  net_minor       bigint      not null,
  vat_minor       bigint      not null,
  gross_minor     bigint      not null check (gross_minor > 0),
  priced          jsonb       not null, -- lines with their steps, VAT rows, treatment
  buyer           jsonb       not null,
  seller_version  integer     not null references billing.seller (version),
  made_on         date        not null,
  expires_on      date        not null, -- the last day on which it can be paid
  made_at         timestamptz not null,
  primary key (organization_id, id),
  check (net_minor + vat_minor = gross_minor)
);
comment on table billing.pro_forma is
  'tenant, append-only: What an order or a top-up costs, frozen: amounts, tax, address, and a reference of its own.';
create index pro_forma_reference on billing.pro_forma (organization_id, reference);

create table billing.pro_forma_standing (
  organization_id uuid        not null,
  pro_forma_id    uuid        not null,
  state           text        not null check (state in ('open', 'settled', 'cancelled', 'expired')),
  kind            text        not null check (kind in ('order', 'top-up')),
  made_on         date        not null,
  expires_on      date        not null,
  ended_on        date,
  ended_at        timestamptz,
  ended_by        text,
  invoice_id      uuid, -- what settling issued
  primary key (organization_id, pro_forma_id),
  foreign key (organization_id, pro_forma_id) references billing.pro_forma (organization_id, id),
  check ((state = 'open') = (ended_on is null)),
  check ((ended_on is null) = (ended_at is null)),
  check (invoice_id is null or state = 'settled')
);
comment on table billing.pro_forma_standing is
  'tenant: How a pro-forma stands now: it leaves "open" once, to one end. What it says never changes.';
create index pro_forma_standing_newest
  on billing.pro_forma_standing (organization_id, made_on desc, pro_forma_id desc);
create index pro_forma_standing_open
  on billing.pro_forma_standing (organization_id, made_on desc, pro_forma_id desc)
  where state = 'open';
create index pro_forma_standing_expiring
  on billing.pro_forma_standing (expires_on, organization_id, pro_forma_id) where state = 'open';

create trigger pro_forma_stays before update or delete or truncate on billing.pro_forma
  for each statement execute function platform.refuse_change();
