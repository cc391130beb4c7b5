create table identity.spent_work (
  challenge  bytea       not null primary key check (length(challenge) = 32), -- its signature
  expires_at timestamptz not null
);
create index spent_work_expires_at on identity.spent_work (expires_at);
comment on table identity.spent_work is
  'global: Challenges whose answer opened a door. Each opens one, once; after its end it opens none anyway.';

create table identity.failed_sign_in (
  minute timestamptz not null primary key,
  count  integer     not null check (count > 0)
);
comment on table identity.failed_sign_in is
  'global: How many sign-ins with a password failed in a minute, at both doors and whoever they were meant for.';
