create table organizations.policy (
  organization_id  uuid        not null references organizations.organization (organization_id),
  version          integer     not null check (version > 0),
  factor_from      date,       -- since when a second factor is required; null: it is not
  grace_days       smallint    check (grace_days between 0 and 14),
  methods          text[]      not null, -- second factors that count where one is required
  idle_seconds     integer     check (idle_seconds > 0),     -- null: as the product does
  absolute_seconds integer     check (absolute_seconds > 0), -- null: as the product does
  may_stay         boolean     not null,
  saved_at         timestamptz not null,
  saved_by         uuid        not null, -- the user
  primary key (organization_id, version),
  check ((factor_from is null) = (grace_days is null)),
  check (methods <@ array['passkey', 'totp', 'push', 'sms']),
  constraint strong_method_stays check (methods && array['passkey', 'totp']),
  -- a session that is kept for weeks and ends after minutes would be neither
  constraint limited_sessions_do_not_stay check (
    not may_stay or (idle_seconds is null and absolute_seconds is null)
  )
);
comment on table organizations.policy is
  'tenant, append-only: What an organization asks of its members when they sign in, each version a row; the latest holds. No row: nothing.';
create trigger policy_is_append_only
  before update or delete on organizations.policy
  for each statement execute function platform.refuse_change();

create table organizations.policy_notice (
  organization_id uuid        not null references organizations.organization (organization_id),
  version         integer     not null,
  user_id         uuid        not null,
  sent_at         timestamptz not null,
  primary key (organization_id, version, user_id)
);
comment on table organizations.policy_notice is
  'tenant, append-only: That a member was told of a version of the policy.';
create trigger policy_notice_is_append_only
  before update or delete on organizations.policy_notice
  for each statement execute function platform.refuse_change();

create table organizations.policy_reminder (
  organization_id uuid        not null references organizations.organization (organization_id),
  factor_from     date        not null, -- the day that it reminds of
  days_before     smallint    not null check (days_before > 0),
  user_id         uuid        not null,
  sent_at         timestamptz not null,
  primary key (organization_id, factor_from, days_before, user_id)
);
comment on table organizations.policy_reminder is
  'tenant, append-only: That a member without a second factor was reminded of the day from which one is required.';
create trigger policy_reminder_is_append_only
  before update or delete on organizations.policy_reminder
  for each statement execute function platform.refuse_change();
