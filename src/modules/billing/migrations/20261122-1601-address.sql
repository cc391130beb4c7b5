create table billing.address (
  organization_id uuid        not null,
  id              uuid        not null,
  name            text        not null,
  attention       text,
  street          text        not null,
  number          text        not null,
  postcode        text        not null,
  town            text        not null,
  country         text        not null check (country ~ '^[A-Z]{2}$'),
  changed_at      timestamptz not null,
  primary key (organization_id, id)
);
comment on table billing.address is
  'tenant: Further addresses that documents can be made out to. Documents keep a copy, so a change touches none.';

create table billing.default_address (
  organization_id uuid not null,
  address_id      uuid not null,
  primary key (organization_id),
  foreign key (organization_id, address_id) references billing.address (organization_id, id)
);
comment on table billing.default_address is
  'tenant: The address that is proposed; without a row, the organization''s own.';
