-- “This was not me”: what a person of the provider looks at afterwards.
create table identity.report (
  id            uuid        not null primary key, -- version 7; spelled rpt_… outside
  user_id       uuid        not null references identity.user (id),
  session_id    uuid        not null references identity.session (id),
  by_link       boolean     not null, -- by the mailed link, without being signed in
  ended         integer     not null check (ended >= 0),
  reported_at   timestamptz not null,
  resolved_at   timestamptz,
  resolved_by   text,
  note          text,
  check (num_nonnulls(resolved_at, resolved_by, note) in (0, 3))
);
create index report_queue on identity.report (reported_at, id) where resolved_at is null;
create index report_done on identity.report (resolved_at, id) where resolved_at is not null;
comment on table identity.report is
  'global: Sign-ins that their owners said were not theirs, for the provider''s people to look at.';
