create table billing.prepaid_line (
  organization_id     uuid        not null,
  id                  uuid        not null,
  currency            text        not null check (currency ~ '^[A-Z]{3}$'),
  position            bigint      not null check (position > 0), -- 1, 2, 3 … per currency
  minor               bigint      not null check (minor <> 0),
  balance_after_minor bigint      not null check (balance_after_minor >= 0),
  because             text        not null,
  facts               jsonb       not null, -- what the reason speaks of: a reference, a number, the amount asked for
  source_kind         text        not null,
  source_id           text        not null,
  journal_id          uuid        not null,
  booked_on           date        not null,
  booked_at           timestamptz not null,
  primary key (organization_id, id),
  unique (organization_id, currency, position)
);
comment on table billing.prepaid_line is
  'tenant, append-only: Money in and out of an organization''s prepaid account, each line with its reason. A mistake is corrected by a further line.';
create trigger prepaid_line_stays before update or delete or truncate on billing.prepaid_line
  for each statement execute function platform.refuse_change();
