create table identity.sms_spending (
  day         date    not null, -- where the provider is
  purpose     text    not null check (purpose in ('code', 'notice')), -- apart: one does not starve the other
  place       text    not null check (place ~ '^([A-Z]{2}|all)$'), -- a country, or all of them
  texts       integer not null check (texts >= 0),
  spent_minor bigint  not null check (spent_minor >= 0),
  most_minor  bigint  not null, -- what the operator allowed when the last one was reserved
  primary key (day, purpose, place),
  check (spent_minor <= most_minor)
);
comment on table identity.sms_spending is
  'global: What texts to phones cost, each day and country. Reserved before a text is left, so that no day costs more than the operator allowed.';

create table identity.sms_send (
  id          uuid        not null primary key,
  country     text        not null check (country ~ '^[A-Z]{2}$'),
  block       text        not null, -- ten thousand numbers: all digits but the last four
  sent_at     timestamptz not null,
  expires_at  timestamptz not null,
  verified_at timestamptz -- its code came back in time
);
create index sms_send_sent_at on identity.sms_send (sent_at);
comment on table identity.sms_send is
  'global: Where codes were texted to and whether they came back. It names neither person nor number, and is forgotten after a week.';

alter table identity.sms_code
  add column send_id uuid references identity.sms_send (id) on delete set null;

create table identity.sms_stop (
  id          uuid        not null primary key,
  place       text        not null check (place ~ '^([A-Z]{2}|\+\d+)$'), -- a country or a block of numbers
  country     text        not null check (country ~ '^[A-Z]{2}$'),
  sends       integer     not null check (sends > 0),
  verified    integer     not null check (verified between 0 and sends),
  stopped_at  timestamptz not null,
  lifted_at   timestamptz,
  lifted_by   uuid        references identity.staff (id),
  reason      text,
  check ((lifted_at is null) = (lifted_by is null)),
  check ((lifted_at is null) = (reason is null))
);
create unique index sms_stop_once on identity.sms_stop (place) where lifted_at is null;
comment on table identity.sms_stop is
  'global: Countries and blocks of numbers that get no texts, because too few of their codes came back: somebody is paid for texts. Staff lift a stop, with a reason.';
