create schema identity;

create table identity.user (
  id                uuid        not null primary key,
  first_name        text        not null check (first_name <> ''),
  last_name         text        not null check (last_name <> ''),
  address           text        not null, -- the login address, as it was proven
  address_key       text        not null constraint user_address_once unique, -- in lower case
  address_proven_at timestamptz not null,
  language          text        not null check (language in ('es', 'en', 'fr', 'de', 'it')),
  country           text        not null check (country ~ '^[A-Z]{2}$'),
  birth_date        date,
  lock_after        smallint    not null default 10 check (lock_after between 3 and 100), -- D6
  disabled_at       timestamptz,
  created_at        timestamptz not null
);
comment on table identity.user is
  'person: A person''s account. It exists only once its address is proven and its password is set.';

create table identity.staff (
  id          uuid        not null primary key,
  first_name  text        not null check (first_name <> ''),
  last_name   text        not null check (last_name <> ''),
  address     text        not null,
  address_key text        not null constraint staff_address_once unique,
  language    text        not null check (language in ('es', 'en', 'fr', 'de', 'it')),
  role        text        not null check (role in ('support', 'billing', 'administrator')),
  disabled_at timestamptz,
  created_at  timestamptz not null
);
comment on table identity.staff is
  'global: The provider''s people. They have their own door and are nobody''s members.';

create table identity.credential (
  id       uuid        not null primary key,
  user_id  uuid        unique references identity.user (id),
  staff_id uuid        unique references identity.staff (id),
  sealed   text        not null, -- the argon2id record, sealed for this row and holder (PW-12)
  version  integer     not null check (version > 0), -- counts the passwords; links are bound to it
  set_at   timestamptz not null,
  check (num_nonnulls(user_id, staff_id) = 1)
);
comment on table identity.credential is
  'person: The present password of a user or of one of the staff, as a sealed hash.';
