create table identity.authenticator_app (
  factor_id uuid        not null primary key references identity.factor (id) on delete cascade,
  code_hash bytea       not null unique check (length(code_hash) = 32), -- of the code that pairs it
  paired_at timestamptz -- the code was used up: an app brought its key
);
comment on table identity.authenticator_app is
  'person: An Atrio Authenticator on somebody''s phone. Its public key stands with its factor.';

create table identity.push_request (
  id         uuid        not null primary key,
  user_id    uuid        references identity.user (id),
  staff_id   uuid        references identity.staff (id),
  purpose    text        not null check (purpose in ('sign-in', 'step-up')),
  bound_to   text        not null, -- the attempt or the session that asks; the answer is worth nothing elsewhere
  code       text        not null check (code ~ '^[0-9]{6}$'),
  agent      text        not null,
  prefix     text        not null,
  state      text        not null check (state in
    ('pending', 'approved', 'used', 'denied', 'reported', 'spent', 'replaced')),
  tries      smallint    not null default 0, -- wrong numbers typed into the app
  factor_id  uuid        references identity.factor (id), -- the app that decided
  created_at timestamptz not null,
  expires_at timestamptz not null,
  decided_at timestamptz,
  check (num_nonnulls(user_id, staff_id) = 1),
  check ((state in ('pending', 'replaced')) = (decided_at is null))
);
create unique index push_request_one_pending_of_user on identity.push_request (user_id)
  where state = 'pending';
create unique index push_request_one_pending_of_staff on identity.push_request (staff_id)
  where state = 'pending';
create index push_request_of_user on identity.push_request (user_id, created_at);
create index push_request_bound_to on identity.push_request (bound_to);
comment on table identity.push_request is
  'person: A number that somebody types into the app on their phone, to let one sign-in or one proof go on.';
