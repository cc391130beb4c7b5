-- What a person wants to be told of (R89, R90, D5), and what they decide about their account.
alter table identity.user
  add column alert_sign_ins boolean not null default false, -- of every sign-in, new device or not
  add column alert_failures boolean not null default true;

-- Since when a password is no good any more, though nobody has set another one (PW-08).
alter table identity.credential add column doubted_since timestamptz;

alter table identity.one_time drop constraint one_time_purpose_check;
alter table identity.one_time add constraint one_time_purpose_check
  check (purpose in ('sign-up', 'reset', 'not-me', 'unlock'));
