create table identity.sign_up (
  id         uuid        not null primary key,
  address    text        not null,
  first_name text        not null check (first_name <> ''),
  last_name  text        not null check (last_name <> ''),
  country    text        not null check (country ~ '^[A-Z]{2}$'),
  language   text        not null check (language in ('es', 'en', 'fr', 'de', 'it')),
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index sign_up_expires_at on identity.sign_up (expires_at);
comment on table identity.sign_up is
  'person: A wish for an account whose address is not proven. There is no user and no password yet.';

create table identity.one_time (
  id         uuid        not null primary key,
  purpose    text        not null check (purpose in ('sign-up', 'reset')),
  subject    uuid        not null, -- the sign-up or the user that it is about
  bound_hash bytea       not null check (length(bound_hash) = 32), -- of what must not have changed
  token_hash bytea       not null unique check (length(token_hash) = 32),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at    timestamptz
);
create index one_time_subject on identity.one_time (purpose, subject);
create index one_time_expires_at on identity.one_time (expires_at);
comment on table identity.one_time is
  'person: The token of a mailed link. Good for one purpose, once, and only while what it is bound to stands.';

create table identity.lane (
  key     bytea       not null primary key check (length(key) = 32),
  count   integer     not null check (count >= 0), -- tries in a row that did not succeed
  last_at timestamptz not null,
  told_at timestamptz -- when its lock was told to the owner
);
create index lane_last_at on identity.lane (last_at);
comment on table identity.lane is
  'global: Failed tries in a row, per account and kind of browser. Keyed by a hash, so that unknown addresses count alike.';
