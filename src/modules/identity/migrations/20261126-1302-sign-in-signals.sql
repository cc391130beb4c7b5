-- What was unusual about a sign-in when it happened; told to its owner in plain words.
alter table identity.session add column signals text[] not null default '{}';

-- The sign-ins before, ended or not: what is unusual is measured by them.
create index session_history_of_user on identity.session (user_id, created_at desc);
create index session_history_of_staff on identity.session (staff_id, created_at desc);

-- Of those that are old, where they came from is kept roughly only.
create index session_whole_prefix on identity.session (created_at)
  where prefix not like '%/24' and prefix not like '%/48';
