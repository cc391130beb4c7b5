create table identity.device (
  id            uuid        not null primary key,
  user_id       uuid        references identity.user (id),
  staff_id      uuid        references identity.staff (id),
  token_hash    bytea       not null check (length(token_hash) = 32),
  name          text        not null,
  first_seen_at timestamptz not null,
  last_seen_at  timestamptz not null,
  trusted_until timestamptz not null, -- until then its failures count in a lane of its own
  check (num_nonnulls(user_id, staff_id) = 1),
  unique (token_hash, user_id),
  unique (token_hash, staff_id)
);
create index device_of_user on identity.device (user_id);
comment on table identity.device is
  'person: A browser that somebody signed in with. Its cookie signs nobody in; it only makes the browser known.';

create table identity.auth_attempt (
  id          uuid        not null primary key,
  token_hash  bytea       not null unique check (length(token_hash) = 32),
  kind        text        not null check (kind in ('user', 'staff', 'sign-up')),
  user_id     uuid        references identity.user (id),
  staff_id    uuid        references identity.staff (id),
  address     text, -- of a sign-up: the address that was typed in this browser
  done        text[]      not null, -- what was proven in this attempt
  return_to   text        not null,
  stay        boolean     not null,
  prefix      text        not null,
  agent       text        not null,
  created_at  timestamptz not null,
  expires_at  timestamptz not null,
  consumed_at timestamptz,
  check ((kind = 'user') = (user_id is not null)),
  check ((kind = 'staff') = (staff_id is not null)),
  check ((kind = 'sign-up') = (address is not null))
);
create index auth_attempt_expires_at on identity.auth_attempt (expires_at);
comment on table identity.auth_attempt is
  'person: An unfinished sign-in or sign-up. Its token opens the attempt''s routes and nothing else.';

create table identity.session (
  id          uuid        not null primary key,
  token_hash  bytea       not null unique check (length(token_hash) = 32),
  kind        text        not null check (kind in ('user', 'staff')),
  user_id     uuid        references identity.user (id),
  staff_id    uuid        references identity.staff (id),
  device_id   uuid        not null references identity.device (id),
  aal         smallint    not null check (aal in (1, 2)),
  methods     text[]      not null,
  stay        boolean     not null,
  auth_at     timestamptz not null,
  sudo_until  timestamptz,
  prefix      text        not null,
  agent       text        not null,
  created_at  timestamptz not null,
  seen_at     timestamptz not null,
  idle_until  timestamptz not null,
  abs_until   timestamptz not null,
  ended_at    timestamptz,
  ended_why   text,
  check ((kind = 'user') = (user_id is not null)),
  check ((kind = 'staff') = (staff_id is not null)),
  check ((ended_at is null) = (ended_why is null)),
  check (idle_until <= abs_until)
);
create index session_of_user on identity.session (user_id, created_at) where ended_at is null;
create index session_of_staff on identity.session (staff_id, created_at) where ended_at is null;
comment on table identity.session is
  'person: Somebody who is signed in, in one browser. Written by completeAttempt alone; ended, never deleted, while it counts.';
