alter table identity.factor add constraint factor_sms_is_of_users
  check (type <> 'sms' or staff_id is null); -- staff cannot use texts
create unique index factor_one_number on identity.factor (user_id)
  where type = 'sms' and state = 'active';

create table identity.sms_code (
  bound_to   text        not null primary key, -- the sign-in or the enrolment that asked: its newest code counts
  factor_id  uuid        not null references identity.factor (id) on delete cascade,
  mac        bytea       not null check (length(mac) = 32), -- keyed: six digits alone could be tried out
  tries      smallint    not null default 0 check (tries between 0 and 5), -- a newer code does not begin anew
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at    timestamptz
);
create index sms_code_of_factor on identity.sms_code (factor_id);
create index sms_code_expires_at on identity.sms_code (expires_at);
comment on table identity.sms_code is
  'person: The code that a text carries, for one sign-in or one enrolment. It counts once, for five minutes and five tries.';
