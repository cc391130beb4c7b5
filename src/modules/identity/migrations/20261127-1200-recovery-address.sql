create table identity.recovery_address (
  id              uuid        not null primary key,
  user_id         uuid        not null references identity.user (id),
  sealed          text        not null, -- the address, sealed for this row and user
  state           text        not null check (state in ('pending', 'confirmed', 'former')),
  code_mac        bytea       check (length(code_mac) = 32), -- keyed: six digits alone could be tried out
  code_expires_at timestamptz,
  tries           smallint    not null default 0 check (tries between 0 and 5), -- a newer code does not begin anew
  created_at      timestamptz not null,
  confirmed_at    timestamptz, -- it counts for recovery a week later
  ended_at        timestamptz, -- replaced or removed: it is told what happens for thirty days more
  check ((state = 'pending') = (confirmed_at is null)),
  check ((state = 'pending') = (code_mac is not null)),
  check ((state = 'pending') = (code_expires_at is not null)),
  check ((state = 'former') = (ended_at is not null))
);
create unique index recovery_address_one_pending on identity.recovery_address (user_id)
  where state = 'pending';
create unique index recovery_address_one_confirmed on identity.recovery_address (user_id)
  where state = 'confirmed';
create index recovery_address_of_user on identity.recovery_address (user_id);
comment on table identity.recovery_address is
  'person: The second address of an account: one that waits for its code, one that counts, and those before it while they are still told what happens.';

alter table identity.one_time drop constraint one_time_purpose_check;
alter table identity.one_time add constraint one_time_purpose_check
  check (purpose in ('sign-up', 'reset', 'reset-by-recovery', 'not-me', 'unlock', 'keep-factor'));
