-- Files as the bank wrote them. The bytes lie in the files store, named by their SHA-256.
create table billing.bank_file (
  id             uuid primary key,             -- version 7; spelled bfi_… outside
  sha256         text not null unique,         -- the same bytes are never worked twice
  name           text not null,
  size_bytes     bigint not null,
  state          text not null check (state in ('received', 'working', 'done', 'refused')),
  refusal_code   text,
  refusal_facts  jsonb,
  entries        integer not null default 0,   -- how many the file holds, known once it was read through
  entries_done   integer not null default 0,
  pieces_done    integer not null default 0,   -- where work goes on after a stop
  settled        integer not null default 0,
  prepaid        integer not null default 0,
  suspense       integer not null default 0,
  outgoing       integer not null default 0,
  charges        integer not null default 0,
  waiting        integer not null default 0,
  known          integer not null default 0,
  ignored        integer not null default 0,
  refused        integer not null default 0,
  received_at    timestamptz not null,
  received_by    text not null,
  finished_at    timestamptz,
  check ((state = 'refused') = (refusal_code is not null))
);
comment on table billing.bank_file is 'global: received bank files, their progress and result';
create index bank_file_newest on billing.bank_file (received_at desc, id desc);

-- What could not be read or booked.
create table billing.bank_problem (
  file_id uuid    not null references billing.bank_file,
  ordinal integer not null,
  kind    text    not null,
  entry   integer,                             -- which entry of the file, from 1
  facts   jsonb   not null,
  primary key (file_id, ordinal)
);
comment on table billing.bank_problem is
  'global: entries and documents of a bank file that were left out, each with its reason';
