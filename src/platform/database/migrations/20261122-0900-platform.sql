-- What the platform itself remembers, and what all modules build on. The schema and the table
-- `platform.migration` are made by the runner (migrate.ts), before the first migration.

-- Tables whose rows never change carry a trigger that calls this, beside the missing right: the
-- owner's own statements are stopped too.
create function platform.refuse_change() returns trigger
language plpgsql as $$
begin
  raise exception '%.% is append-only', tg_table_schema, tg_table_name
    using errcode = 'restrict_violation';
end $$;

create table platform.idempotency (
  scope        text        not null, -- the route and who called it
  key          text        not null,
  request_hash text        not null,
  response     jsonb,
  done         boolean     not null default false,
  created_at   timestamptz not null,
  primary key (scope, key)
);
create index idempotency_created_at on platform.idempotency (created_at);
comment on table platform.idempotency is
  'global: the first answer to each Idempotency-Key, given again to its repetitions.';

create table platform.throttle (
  key           text        not null primary key,
  count         integer     not null check (count >= 0),
  window_start  timestamptz not null,
  blocked_until timestamptz
);
comment on table platform.throttle is
  'global: tries that were reserved in the present window of each throttle.';

create table platform.test_clock (
  only_row boolean     not null primary key default true check (only_row),
  at       timestamptz not null
);
comment on table platform.test_clock is
  'global: where a sandbox instance stands in time. No row: the machine''s clock.';
