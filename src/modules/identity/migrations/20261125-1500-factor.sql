create table identity.factor (
  id            uuid        not null primary key,
  user_id       uuid        references identity.user (id),
  staff_id      uuid        references identity.staff (id),
  type          text        not null check (type ~ '^[a-z]+$'), -- the kinds are listed in factors/asking/kinds.ts
  label         text        not null check (label <> ''),
  state         text        not null check (state in ('pending', 'active', 'suspended', 'revoked')),
  sealed        text, -- the secret, sealed for this row and holder: the seed of a code app
  public_key    bytea, -- of a passkey or security key
  credential_id bytea, -- by which a passkey names itself
  user_handle   bytea check (length(user_handle) = 32), -- what a passkey knows its holder by
  flags         text[]      not null, -- what was true when it was bound: user-verified, backed-up …
  last_step     bigint, -- of the last code that was used; none before it counts again
  sign_count    bigint, -- as a passkey counts its own uses
  created_at    timestamptz not null,
  expires_at    timestamptz, -- pending: until when it can be confirmed
  bound_at      timestamptz,
  bound_by      text        not null check (bound_by in ('owner', 'recovery')),
  matures_at    timestamptz, -- bound while an emergency code had to do: restricted until then
  last_used_at  timestamptz,
  suspended_at  timestamptz,
  revoked_at    timestamptz,
  check (num_nonnulls(user_id, staff_id) = 1),
  check ((state = 'pending') = (expires_at is not null)),
  check ((state = 'pending') = (bound_at is null)),
  check ((state = 'revoked') = (revoked_at is not null)),
  check (state <> 'revoked' or (sealed is null and public_key is null)) -- secrets are wiped
);
create index factor_of_user on identity.factor (user_id);
create index factor_of_staff on identity.factor (staff_id);
create unique index factor_credential_once on identity.factor (credential_id)
  where state in ('active', 'suspended');
comment on table identity.factor is
  'person: What somebody can prove with besides the password. Once bound, a row stays as the history of it; its secret is wiped when it is revoked.';

create table identity.emergency_code (
  factor_id uuid     not null references identity.factor (id),
  number    smallint not null check (number between 0 and 9), -- the digit in front of the code
  hash      text, -- argon2id; wiped when the code was used or its set replaced
  used_at   timestamptz,
  primary key (factor_id, number)
);
comment on table identity.emergency_code is
  'person: The ten codes of a set, for the day when every other factor is lost. Each works once.';

create table identity.challenge (
  token_hash bytea       not null primary key check (length(token_hash) = 32),
  purpose    text        not null,
  bound_to   text        not null, -- the attempt, the session, the browser or the factor it is for
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index challenge_expires_at on identity.challenge (expires_at);
comment on table identity.challenge is
  'person: What a passkey was asked to sign. Deleted before its answer is looked at, so that it counts once.';

alter table identity.auth_attempt
  add column restricted_until timestamptz; -- an emergency code was used, or a factor that was bound after one

alter table identity.session
  add column restricted_until timestamptz; -- until then it opens nothing that protects the account
