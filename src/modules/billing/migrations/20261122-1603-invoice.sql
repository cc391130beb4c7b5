create table billing.invoice (
  organization_id uuid               not null,
  id              uuid               not null,
  number          text collate "C"   not null,
  year            integer            not null,
  serial          bigint             not null,
  reference       text collate "C"   not null references billing.payment_reference (ref),
  subject_kind    text               not null,
  subject_id      text               not null,
  pro_forma_id    uuid, -- paid in advance; none on account
  language        text               not null,
  currency        text               not null,
  net_minor       bigint             not null,
  vat_minor       bigint             not null,
  gross_minor     bigint             not null check (gross_minor >= 0),
  treatment       text               not null check (treatment in ('charged', 'reverse-charge', 'out-of-scope')),
  buyer           jsonb              not null,
  seller_version  integer            not null references billing.seller (version),
  issued_on       date               not null,
  due_on          date               not null,
  issued_at       timestamptz        not null,
  primary key (organization_id, id),
  unique (organization_id, number),
  unique (organization_id, reference),
  foreign key (organization_id, pro_forma_id) references billing.pro_forma (organization_id, id),
  check (net_minor + vat_minor = gross_minor),
  check (due_on >= issued_on)
);
comment on table billing.invoice is
  'tenant, append-only: What is owed, as issued. It is corrected by credit notes, never edited.';
create unique index invoice_of_pro_forma on billing.invoice (organization_id, pro_forma_id)
  where pro_forma_id is not null;

create table billing.invoice_line (
  organization_id uuid     not null,
  invoice_id      uuid     not null,
  position        smallint not null check (position > 0),
  product_code    text     not null,
  subject_kind    text     not null,
  subject_id      text     not null,
  text            jsonb    not null, -- in every language
  quantity        integer  not null check (quantity > 0),
  unit_minor      bigint   not null,
  steps           jsonb    not null, -- from the list price to the net (B7)
  net_minor       bigint   not null,
  vat_category    text     not null,
  vat_code        text     not null check (vat_code in ('S', 'Z', 'AE', 'O')),
  vat_country     text     not null, -- empty where no tax is charged
  basis_points    integer  not null,
  period_from     date,
  period_to       date,
  primary key (organization_id, invoice_id, position),
  foreign key (organization_id, invoice_id) references billing.invoice (organization_id, id),
  check (period_from < period_to)
);
comment on table billing.invoice_line is
  'tenant, append-only: One product on an invoice, with the steps that explain its price.';

create table billing.invoice_vat (
  organization_id uuid    not null,
  invoice_id      uuid    not null,
  vat_code        text    not null check (vat_code in ('S', 'Z', 'AE', 'O')),
  vat_country     text    not null,
  basis_points    integer not null check (basis_points >= 0),
  base_minor      bigint  not null,
  vat_minor       bigint  not null,
  primary key (organization_id, invoice_id, vat_code, vat_country, basis_points),
  foreign key (organization_id, invoice_id) references billing.invoice (organization_id, id),
  -- half away from zero, once per rate (BR-CO-17)
  check (vat_minor = case when base_minor < 0 then -1 else 1 end
    * ((2 * abs(base_minor) * basis_points + 10000) / 20000))
);
comment on table billing.invoice_vat is
  'tenant, append-only: The tax of one rate on an invoice, rounded once.';

create table billing.invoice_standing (
  organization_id uuid   not null,
  invoice_id      uuid   not null,
  state           text   not null check (state in ('open', 'paid')),
  gross_minor     bigint not null,
  open_minor      bigint not null,
  issued_on       date   not null,
  due_on          date   not null,
  paid_on         date,
  primary key (organization_id, invoice_id),
  foreign key (organization_id, invoice_id) references billing.invoice (organization_id, id),
  check (open_minor between 0 and gross_minor),
  check ((state = 'paid') = (open_minor = 0)),
  check ((state = 'paid') = (paid_on is not null))
);
comment on table billing.invoice_standing is
  'tenant: What is still owed of an invoice: a cache of its allocations, changed under its row lock only.';
create index invoice_standing_newest
  on billing.invoice_standing (organization_id, issued_on desc, invoice_id desc);
create index invoice_standing_by_state
  on billing.invoice_standing (organization_id, state, issued_on desc, invoice_id desc);
create index invoice_standing_all on billing.invoice_standing (issued_on desc, invoice_id desc);
create index invoice_standing_all_open on billing.invoice_standing (issued_on desc, invoice_id desc)
  where state = 'open';
create index invoice_standing_due on billing.invoice_standing (due_on, organization_id, invoice_id)
  where state = 'open';

create table billing.allocation (
  organization_id uuid        not null,
  id              uuid        not null,
  invoice_id      uuid        not null,
  minor           bigint      not null check (minor <> 0), -- removal is the opposite allocation
  means           text        not null check (means in ('bank', 'prepaid')),
  source_kind     text        not null,
  source_id       text        not null,
  journal_id      uuid        not null,
  paid_on         date        not null,
  allocated_at    timestamptz not null,
  primary key (organization_id, id),
  unique (organization_id, invoice_id, source_kind, source_id, journal_id),
  foreign key (organization_id, invoice_id) references billing.invoice (organization_id, id)
);
comment on table billing.allocation is
  'tenant, append-only: Which money paid which invoice.';

create table billing.document (
  organization_id uuid        not null,
  subject_kind    text        not null check (subject_kind in ('invoice', 'pro-forma')),
  subject_id      uuid        not null,
  language        text        not null,
  hash            text        not null check (hash ~ '^[0-9a-f]{64}$'),
  size_bytes      bigint      not null check (size_bytes > 0),
  made_at         timestamptz not null,
  primary key (organization_id, subject_kind, subject_id, language)
);
comment on table billing.document is
  'tenant, append-only: The PDF of an invoice or pro-forma, by the SHA-256 of its bytes: what was handed out once is handed out again.';

create trigger invoice_stays before update or delete or truncate on billing.invoice
  for each statement execute function platform.refuse_change();
create trigger invoice_line_stays before update or delete or truncate on billing.invoice_line
  for each statement execute function platform.refuse_change();
create trigger invoice_vat_stays before update or delete or truncate on billing.invoice_vat
  for each statement execute function platform.refuse_change();
create trigger allocation_stays before update or delete or truncate on billing.allocation
  for each statement execute function platform.refuse_change();
create trigger document_stays before update or delete or truncate on billing.document
  for each statement execute function platform.refuse_change();
