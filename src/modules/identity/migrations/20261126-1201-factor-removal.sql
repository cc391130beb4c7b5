alter table identity.factor
  add column lost_at        timestamptz, -- suspended by its owner, who can bring it back; until then it still protects
  add column removal_due_at timestamptz, -- the last one goes a day after it was asked for, unless somebody says no
  add constraint factor_lost_is_suspended check (lost_at is null or state in ('suspended', 'revoked')),
  add constraint factor_removal_of_bound check (removal_due_at is null or state in ('active', 'suspended'));
create index factor_removal_due_at on identity.factor (removal_due_at) where removal_due_at is not null;

alter table identity.one_time drop constraint one_time_purpose_check;
alter table identity.one_time add constraint one_time_purpose_check
  check (purpose in ('sign-up', 'reset', 'not-me', 'unlock', 'keep-factor'));
