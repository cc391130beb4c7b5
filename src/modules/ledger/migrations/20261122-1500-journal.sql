create schema ledger;

-- An account is named by what it is, never by a number: entries carry that name, so that posting
-- needs no look-up. organization_id of zeros is the provider itself.
create table ledger.account (
  organization_id uuid        not null,
  kind            text        not null check (kind in (
    'bank', 'bank-batch', 'suspense', 'suspense-outgoing', 'receivable', 'prepaid', 'revenue', 'vat',
    'equity-opening', 'fees', 'rounding', 'write-off', 'cashback', 'gateway'
  )),
  owner           text        not null, -- an IBAN, a VAT rate, a category; empty where there is one only
  currency        text        not null check (currency ~ '^[A-Z]{3}$'),
  opened_at       timestamptz not null,
  primary key (organization_id, kind, owner, currency)
);
comment on table ledger.account is
  'tenant, append-only: The places where money can be. No balance is kept: system accounts are sums over organizations, so that nothing hot is locked.';

create table ledger.journal_tx (
  organization_id uuid        not null,
  id              uuid        not null,
  kind            text        not null,
  source_kind     text        not null,
  source_id       text        not null,
  idem_key        text        not null, -- what makes a repetition the same posting
  entries_hash    bytea       not null, -- what was posted under that key
  effective_on    date        not null,
  reverses_id     uuid,
  actor           text        not null,
  recorded_at     timestamptz not null,
  primary key (organization_id, id),
  constraint journal_tx_once unique (organization_id, idem_key),
  foreign key (organization_id, reverses_id) references ledger.journal_tx (organization_id, id)
);
comment on table ledger.journal_tx is
  'tenant, append-only: One movement of money with its source; its entries add up to zero in every currency.';

create unique index journal_tx_reversed_once on ledger.journal_tx (organization_id, reverses_id)
  where reverses_id is not null;

create table ledger.journal_entry (
  organization_id uuid     not null,
  tx_id           uuid     not null,
  seq             smallint not null check (seq > 0),
  account_kind    text     not null,
  account_owner   text     not null,
  currency        text     not null,
  minor           bigint   not null check (minor <> 0), -- debit positive, credit negative
  primary key (organization_id, tx_id, seq),
  foreign key (organization_id, tx_id) references ledger.journal_tx (organization_id, id),
  foreign key (organization_id, account_kind, account_owner, currency)
    references ledger.account (organization_id, kind, owner, currency)
);
comment on table ledger.journal_entry is
  'tenant, append-only: What one movement takes from or gives to one account. All entries of a movement arrive in one statement.';

-- The last wall: whatever writes entries, each movement must be whole and balanced in its statement.
create function ledger.refuse_unbalanced() returns trigger language plpgsql as $$
declare
  wrong record;
begin
  select organization_id, tx_id, currency, sum(minor) as rest into wrong
  from added group by organization_id, tx_id, currency having sum(minor) <> 0 limit 1;
  if found then
    raise exception 'movement % does not balance: % % left over', wrong.tx_id, wrong.rest, wrong.currency
      using errcode = 'check_violation', constraint = 'journal_entry_balanced';
  end if;
  select organization_id, tx_id into wrong
  from added group by organization_id, tx_id having count(*) <> max(seq) limit 1;
  if found then
    raise exception 'movement % must arrive in one statement', wrong.tx_id
      using errcode = 'check_violation', constraint = 'journal_entry_whole';
  end if;
  return null;
end
$$;

create trigger journal_entry_balanced after insert on ledger.journal_entry
  referencing new table as added for each statement execute function ledger.refuse_unbalanced();

create table ledger.prepaid_account (
  organization_id uuid   not null,
  currency        text   not null check (currency ~ '^[A-Z]{3}$'),
  balance_minor   bigint not null constraint prepaid_never_negative check (balance_minor >= 0),
  version         bigint not null check (version >= 0), -- counts the movements; the position of its last line
  primary key (organization_id, currency)
);
comment on table ledger.prepaid_account is
  'tenant: What an organization has with us, per currency: a cache of its entries, changed under its row lock only, never negative.';

create trigger account_stays before update or delete or truncate on ledger.account
  for each statement execute function platform.refuse_change();
create trigger journal_tx_stays before update or delete or truncate on ledger.journal_tx
  for each statement execute function platform.refuse_change();
create trigger journal_entry_stays before update or delete or truncate on ledger.journal_entry
  for each statement execute function platform.refuse_change();
