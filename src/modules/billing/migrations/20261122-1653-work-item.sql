-- What a person has to decide about bank money.
create table billing.work_item (
  id           uuid primary key,               -- version 7; spelled wki_… outside
  kind         text not null,
  subject      text not null,                  -- what it is about; never asked twice
  line_id      uuid references billing.bank_line,
  entry_id     uuid references billing.bank_entry,
  account_id   uuid references billing.bank_account,
  minor        bigint,
  currency     text,
  facts        jsonb not null,
  proposed_organization_id uuid,
  proposed_reference       text,
  state        text not null check (state in ('open', 'resolved')),
  opened_at    timestamptz not null,
  resolved_at  timestamptz,
  resolved_by  text,
  outcome      text,
  reason       text,
  check ((state = 'resolved') = (resolved_at is not null and resolved_by is not null
    and outcome is not null))
);
comment on table billing.work_item is
  'global: decisions about bank money that need a person, open and resolved';
create unique index work_item_once on billing.work_item (kind, subject);
create index work_item_queue on billing.work_item (state, opened_at, id);
create index work_item_of_entry on billing.work_item (entry_id) where state = 'open';
