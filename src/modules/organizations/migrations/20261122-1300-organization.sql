create schema organizations;

-- Numbers that people read over the phone; gaps are allowed, repetitions are not.
create table organizations.customer_number (
  number          bigint not null generated always as identity (start with 100001) primary key,
  organization_id uuid   not null unique
);
comment on table organizations.customer_number is
  'global, append-only: Which organization a customer number means.';
create trigger customer_number_is_append_only
  before update or delete on organizations.customer_number
  for each statement execute function platform.refuse_change();

create table organizations.organization (
  organization_id uuid        not null primary key,
  customer_number bigint      not null, -- a copy of customer_number.number
  kind            text        not null check (kind in ('person', 'company')),
  name            text        not null check (name <> ''),
  street          text,
  street_number   text,
  postcode        text,
  town            text,
  country         text        not null check (country ~ '^[A-Z]{2}$'),
  currency        text        not null check (currency in ('CHF', 'EUR')), -- follows the country (D24)
  vat_number      text,
  vat_check       text        check (vat_check in ('valid', 'invalid', 'unknown')),
  vat_checked_at  timestamptz,
  language        text        not null check (language in ('es', 'en', 'fr', 'de', 'it')),
  created_at      timestamptz not null,
  created_by      uuid        not null, -- the user
  check ((vat_number is null) = (vat_check is null)),
  check (num_nonnulls(street, street_number, postcode, town) in (0, 4))
);
comment on table organizations.organization is
  'tenant: Who owns products and pays for them. Its row is the first lock of everything that happens to it.';
create index organization_name_words on organizations.organization
  using gin (to_tsvector('simple', name));

create table organizations.member (
  organization_id    uuid        not null references organizations.organization (organization_id),
  user_id            uuid        not null,
  role               text        not null check (role in (
    'legal_representative', 'administrator', 'collaborator', 'external'
  )),
  billing_granted_at timestamptz, -- since when a collaborator sees and pays bills (D1)
  billing_granted_by uuid,
  joined_at          timestamptz not null,
  invited_by         uuid,        -- the user; none where the member created the organization
  primary key (organization_id, user_id),
  check ((billing_granted_at is null) = (billing_granted_by is null))
);
comment on table organizations.member is
  'tenant: A user who acts in an organization, and as what.';
create index member_of_user on organizations.member (user_id, organization_id);

create table organizations.last_used (
  user_id         uuid        not null primary key,
  organization_id uuid        not null,
  chosen_at       timestamptz not null
);
comment on table organizations.last_used is
  'person: The organization that a user worked in last; the portal opens there.';

create table organizations.on_account_grant (
  organization_id uuid        not null references organizations.organization (organization_id),
  id              uuid        not null,
  reason          text        not null check (reason <> ''),
  granted_at      timestamptz not null,
  granted_by      text        not null, -- the staff member's name
  revoked_at      timestamptz,
  revoked_by      text,
  revoked_because text,
  primary key (organization_id, id),
  check (num_nonnulls(revoked_at, revoked_by, revoked_because) in (0, 3))
);
comment on table organizations.on_account_grant is
  'tenant: That an organization may order on account (D35): who allowed it, why, until when.';
create unique index on_account_grant_once on organizations.on_account_grant (organization_id)
  where revoked_at is null;
