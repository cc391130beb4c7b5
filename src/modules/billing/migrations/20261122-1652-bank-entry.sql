-- A statement (camt.053) or notification (camt.054) inside a file.
create table billing.bank_statement (
  id               uuid primary key,
  file_id          uuid not null references billing.bank_file,
  ordinal          integer not null,           -- which one in the file, from 1
  account_number   text not null,              -- of ours or not
  document         text not null,
  message          text not null,
  kind             text not null check (kind in ('statement', 'notification')),
  statement        text not null,
  sequence         bigint,
  period           integer,                    -- the year in which its sequence counts
  entries          integer not null,
  opening_on       date,
  closing_on       date,
  opening_minor    bigint,
  closing_minor    bigint,
  currency         text,
  proof            text not null check (proof in ('proven', 'differs', 'unprovable')),
  difference_minor bigint,
  unique (file_id, ordinal)
);
comment on table billing.bank_statement is
  'global, append-only: statements as read, with the proof opening + entries = closing';
create index bank_statement_of_account on billing.bank_statement (account_number, closing_on);
create trigger bank_statement_stays before update or delete on billing.bank_statement
  for each statement execute function platform.refuse_change();

-- One movement of cash on one of our accounts, booked once from whichever file tells of it first.
create table billing.bank_entry (
  id           uuid primary key,
  account_id   uuid not null references billing.bank_account,
  base         text not null,                  -- the bank's reference, or a fingerprint of what it says
  number       integer not null check (number > 0), -- equal entries that are not one are counted
  statement_id uuid not null references billing.bank_statement,
  ordinal      integer not null,               -- which entry of its file, from 1
  direction    text not null check (direction in ('credit', 'debit')),
  reversal     boolean not null,
  minor        bigint not null check (minor > 0),
  currency     text not null,
  booked_on    date not null,
  value_on     date,
  reference    text,                           -- the bank's own (AcctSvcrRef)
  bank_code    text not null,
  text         text not null,
  hint         text not null,                  -- reference and payer, to recognize it without the bank's reference
  announced    integer,                        -- how many payments a batch says it has
  batched      boolean not null,               -- its cash went to the batch account first
  unique (account_id, base, number)
);
comment on table billing.bank_entry is
  'global, append-only: movements of cash on our bank accounts, each once';
create index bank_entry_alike on billing.bank_entry (account_id, booked_on, minor);
create index bank_entry_of_statement on billing.bank_entry (statement_id);
create trigger bank_entry_stays before update or delete on billing.bank_entry
  for each statement execute function platform.refuse_change();

-- Statements and notifications may spell an entry differently: another base of the same cash.
create table billing.bank_entry_alias (
  account_id uuid not null references billing.bank_account,
  base       text not null,
  entry_id   uuid not null references billing.bank_entry,
  primary key (account_id, base, entry_id)
);
comment on table billing.bank_entry_alias is
  'global, append-only: further spellings of entries in another kind of message';
create trigger bank_entry_alias_stays before update or delete on billing.bank_entry_alias
  for each statement execute function platform.refuse_change();

-- Which further statements told of an entry.
create table billing.bank_sighting (
  entry_id     uuid not null references billing.bank_entry,
  statement_id uuid not null references billing.bank_statement,
  primary key (entry_id, statement_id)
);
comment on table billing.bank_sighting is
  'global, append-only: statements that told of an entry again';
create trigger bank_sighting_stays before update or delete on billing.bank_sighting
  for each statement execute function platform.refuse_change();

-- One payment inside an entry: what is matched.
create table billing.bank_line (
  id          uuid primary key,                -- version 7; spelled bln_… outside
  entry_id    uuid not null references billing.bank_entry,
  position    integer not null,                -- from 0; -1: charges that the bank kept
  account_id  uuid not null references billing.bank_account,
  direction   text not null check (direction in ('credit', 'debit')),
  minor       bigint not null check (minor > 0),
  currency    text not null,
  booked_on   date not null,
  returned    boolean not null,                -- RvslInd or RtrInf, never words in the text
  reference   text,
  text        text not null,
  payer_name  text,
  payer_iban  text,
  end_to_end  text,
  content     text not null,                   -- amount, direction, reference: to see whether it is the same again
  unique (entry_id, position)
);
comment on table billing.bank_line is
  'global, append-only: payments on our bank accounts, one row each, content never changed';
create index bank_line_newest on billing.bank_line (booked_on desc, id desc);
create index bank_line_reference on billing.bank_line (reference text_pattern_ops);
create index bank_line_payer_iban on billing.bank_line (payer_iban text_pattern_ops);
create index bank_line_payer_name on billing.bank_line (lower(payer_name) text_pattern_ops);
create trigger bank_line_stays before update or delete on billing.bank_line
  for each statement execute function platform.refuse_change();

-- Where the money of a line went, and later went on to. The highest step is where it is now.
create table billing.bank_outcome (
  line_id         uuid not null references billing.bank_line,
  step            integer not null,            -- 0 by the import, then by people
  part            integer not null,            -- a transfer may pay several documents exactly
  place           text not null check (place in
    ('settled-invoice', 'settled-pro-forma', 'prepaid', 'suspense', 'outgoing', 'charge')),
  because         text,
  found_by        text check (found_by in ('reference', 'text', 'payer', 'staff')),
  organization_id uuid,
  target_id       uuid,
  minor           bigint not null,
  decided_at      timestamptz not null,
  decided_by      text not null,
  primary key (line_id, step, part)
);
comment on table billing.bank_outcome is
  'global, append-only: where the money of each bank line went, step by step';
create index bank_outcome_place on billing.bank_outcome (place, line_id desc);
create trigger bank_outcome_stays before update or delete on billing.bank_outcome
  for each statement execute function platform.refuse_change();

-- From which IBANs an organization has paid with its own reference.
create table billing.payer_iban (
  iban            text not null,
  organization_id uuid not null,
  bound_at        timestamptz not null,
  primary key (iban, organization_id)
);
comment on table billing.payer_iban is
  'global, append-only: IBANs from which an organization has paid before; a proposal, never a proof';
create trigger payer_iban_stays before update or delete on billing.payer_iban
  for each statement execute function platform.refuse_change();
