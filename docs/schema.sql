-- Generated from the migrations by `npm run tables`. Do not edit.

-- --------------------------------------------------------------------------------
-- activity

-- global, append-only: Signed heads of streams. An entry that a checkpoint knows cannot be cut off
-- unnoticed.
create table activity.checkpoint (
  owner_id  uuid not null,
  kind      text not null,
  seq       bigint not null,
  hash      bytea not null,
  at        timestamp with time zone not null,
  key_id    text not null,
  signature bytea not null,
  constraint checkpoint_pkey PRIMARY KEY (owner_id, kind, seq)
);
CREATE TRIGGER checkpoint_is_append_only BEFORE DELETE OR UPDATE ON activity.checkpoint FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

-- global, append-only: What happened, who did it, to what. Each entry carries the hash of the one
-- before it in its stream.
create table activity.entry (
  owner_id    uuid not null,
  kind        text not null,
  seq         bigint not null,
  body        text not null,
  prev        bytea not null,
  hash        bytea not null,
  at          timestamp with time zone not null,
  action      text not null,
  person_id   uuid,
  about_id    text,
  product_ids text[] not null default '{}'::text[],
  constraint entry_pkey PRIMARY KEY (owner_id, kind, seq),
  constraint entry_owner_id_kind_fkey FOREIGN KEY (owner_id, kind) REFERENCES activity.stream(owner_id, kind),
  constraint entry_hash_check CHECK ((length(hash) = 32)),
  constraint entry_prev_check CHECK ((length(prev) = 32)),
  constraint entry_seq_check CHECK ((seq > 0))
);
CREATE INDEX entry_of_person ON activity.entry USING btree (person_id, at DESC, owner_id DESC, seq DESC) WHERE (person_id IS NOT NULL);
CREATE INDEX entry_of_product ON activity.entry USING gin (product_ids) WHERE (product_ids <> '{}'::text[]);
CREATE INDEX entry_of_stream ON activity.entry USING btree (owner_id, kind, at DESC, seq DESC);
CREATE TRIGGER entry_is_append_only BEFORE DELETE OR UPDATE ON activity.entry FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

-- person: What an entry says about a person (name, place, device), sealed and apart, so that
-- erasing the person leaves the chain whole.
create table activity.personal (
  subject_id uuid not null,
  owner_id   uuid not null,
  kind       text not null,
  seq        bigint not null,
  sealed     text not null,
  constraint personal_pkey PRIMARY KEY (subject_id, owner_id, kind, seq),
  constraint personal_owner_id_kind_seq_fkey FOREIGN KEY (owner_id, kind, seq) REFERENCES activity.entry(owner_id, kind, seq)
);
CREATE INDEX personal_of_entry ON activity.personal USING btree (owner_id, kind, seq);

-- global: The head of each chain of entries: an organization's, a user's, the instance's. Locked
-- last in a transaction, so that no entry is without its change and no change without its entry.
create table activity.stream (
  owner_id       uuid not null,
  kind           text not null,
  seq            bigint not null,
  hash           bytea not null,
  checkpoint_seq bigint not null default 0,
  constraint stream_pkey PRIMARY KEY (owner_id, kind),
  constraint stream_check CHECK ((checkpoint_seq <= seq)),
  constraint stream_hash_check CHECK ((length(hash) = 32)),
  constraint stream_kind_check CHECK ((kind = ANY (ARRAY['organization'::text, 'user'::text, 'instance'::text]))),
  constraint stream_seq_check CHECK ((seq >= 0))
);
CREATE INDEX stream_without_checkpoint ON activity.stream USING btree (owner_id, kind) WHERE (seq > checkpoint_seq);

-- --------------------------------------------------------------------------------
-- billing

-- tenant: Further addresses that documents can be made out to. Documents keep a copy, so a change
-- touches none.
create table billing.address (
  organization_id uuid not null,
  id              uuid not null,
  name            text not null,
  attention       text,
  street          text not null,
  number          text not null,
  postcode        text not null,
  town            text not null,
  country         text not null,
  changed_at      timestamp with time zone not null,
  constraint address_pkey PRIMARY KEY (organization_id, id),
  constraint address_country_check CHECK ((country ~ '^[A-Z]{2}$'::text))
);

-- tenant, append-only: Which money paid which invoice.
create table billing.allocation (
  organization_id uuid not null,
  id              uuid not null,
  invoice_id      uuid not null,
  minor           bigint not null,
  means           text not null,
  source_kind     text not null,
  source_id       text not null,
  journal_id      uuid not null,
  paid_on         date not null,
  allocated_at    timestamp with time zone not null,
  constraint allocation_pkey PRIMARY KEY (organization_id, id),
  constraint allocation_organization_id_invoice_id_source_kind_source_id_key UNIQUE (organization_id, invoice_id, source_kind, source_id, journal_id),
  constraint allocation_organization_id_invoice_id_fkey FOREIGN KEY (organization_id, invoice_id) REFERENCES billing.invoice(organization_id, id),
  constraint allocation_means_check CHECK ((means = ANY (ARRAY['bank'::text, 'prepaid'::text]))),
  constraint allocation_minor_check CHECK ((minor <> 0))
);
CREATE TRIGGER allocation_stays BEFORE DELETE OR UPDATE OR TRUNCATE ON billing.allocation FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

-- global: our own bank accounts with the balance that Atrio began with
create table billing.bank_account (
  id            uuid not null,
  name          text not null,
  number        text not null,
  qr_iban       text,
  opening_minor bigint not null,
  currency      text not null,
  opening_on    date not null,
  registered_at timestamp with time zone not null,
  registered_by text not null,
  constraint bank_account_pkey PRIMARY KEY (id),
  constraint bank_account_number_key UNIQUE (number),
  constraint bank_account_qr_iban_key UNIQUE (qr_iban),
  constraint bank_account_number_check CHECK ((number ~ '^[A-Z0-9]{5,34}$'::text)),
  constraint bank_account_qr_iban_check CHECK ((qr_iban ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{5,30}$'::text))
);

-- global, append-only: movements of cash on our bank accounts, each once
create table billing.bank_entry (
  id           uuid not null,
  account_id   uuid not null,
  base         text not null,
  number       integer not null,
  statement_id uuid not null,
  ordinal      integer not null,
  direction    text not null,
  reversal     boolean not null,
  minor        bigint not null,
  currency     text not null,
  booked_on    date not null,
  value_on     date,
  reference    text,
  bank_code    text not null,
  text         text not null,
  hint         text not null,
  announced    integer,
  batched      boolean not null,
  constraint bank_entry_pkey PRIMARY KEY (id),
  constraint bank_entry_account_id_base_number_key UNIQUE (account_id, base, number),
  constraint bank_entry_account_id_fkey FOREIGN KEY (account_id) REFERENCES billing.bank_account(id),
  constraint bank_entry_statement_id_fkey FOREIGN KEY (statement_id) REFERENCES billing.bank_statement(id),
  constraint bank_entry_direction_check CHECK ((direction = ANY (ARRAY['credit'::text, 'debit'::text]))),
  constraint bank_entry_minor_check CHECK ((minor > 0)),
  constraint bank_entry_number_check CHECK ((number > 0))
);
CREATE INDEX bank_entry_alike ON billing.bank_entry USING btree (account_id, booked_on, minor);
CREATE INDEX bank_entry_of_statement ON billing.bank_entry USING btree (statement_id);
CREATE TRIGGER bank_entry_stays BEFORE DELETE OR UPDATE ON billing.bank_entry FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

-- global, append-only: further spellings of entries in another kind of message
create table billing.bank_entry_alias (
  account_id uuid not null,
  base       text not null,
  entry_id   uuid not null,
  constraint bank_entry_alias_pkey PRIMARY KEY (account_id, base, entry_id),
  constraint bank_entry_alias_account_id_fkey FOREIGN KEY (account_id) REFERENCES billing.bank_account(id),
  constraint bank_entry_alias_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES billing.bank_entry(id)
);
CREATE TRIGGER bank_entry_alias_stays BEFORE DELETE OR UPDATE ON billing.bank_entry_alias FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

-- global: received bank files, their progress and result
create table billing.bank_file (
  id            uuid not null,
  sha256        text not null,
  name          text not null,
  size_bytes    bigint not null,
  state         text not null,
  refusal_code  text,
  refusal_facts jsonb,
  entries       integer not null default 0,
  entries_done  integer not null default 0,
  pieces_done   integer not null default 0,
  settled       integer not null default 0,
  prepaid       integer not null default 0,
  suspense      integer not null default 0,
  outgoing      integer not null default 0,
  charges       integer not null default 0,
  waiting       integer not null default 0,
  known         integer not null default 0,
  ignored       integer not null default 0,
  refused       integer not null default 0,
  received_at   timestamp with time zone not null,
  received_by   text not null,
  finished_at   timestamp with time zone,
  constraint bank_file_pkey PRIMARY KEY (id),
  constraint bank_file_sha256_key UNIQUE (sha256),
  constraint bank_file_check CHECK (((state = 'refused'::text) = (refusal_code IS NOT NULL))),
  constraint bank_file_state_check CHECK ((state = ANY (ARRAY['received'::text, 'working'::text, 'done'::text, 'refused'::text])))
);
CREATE INDEX bank_file_newest ON billing.bank_file USING btree (received_at DESC, id DESC);

-- global, append-only: payments on our bank accounts, one row each, content never changed
create table billing.bank_line (
  id         uuid not null,
  entry_id   uuid not null,
  position   integer not null,
  account_id uuid not null,
  direction  text not null,
  minor      bigint not null,
  currency   text not null,
  booked_on  date not null,
  returned   boolean not null,
  reference  text,
  text       text not null,
  payer_name text,
  payer_iban text,
  end_to_end text,
  content    text not null,
  constraint bank_line_pkey PRIMARY KEY (id),
  constraint bank_line_entry_id_position_key UNIQUE (entry_id, "position"),
  constraint bank_line_account_id_fkey FOREIGN KEY (account_id) REFERENCES billing.bank_account(id),
  constraint bank_line_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES billing.bank_entry(id),
  constraint bank_line_direction_check CHECK ((direction = ANY (ARRAY['credit'::text, 'debit'::text]))),
  constraint bank_line_minor_check CHECK ((minor > 0))
);
CREATE INDEX bank_line_newest ON billing.bank_line USING btree (booked_on DESC, id DESC);
CREATE INDEX bank_line_payer_iban ON billing.bank_line USING btree (payer_iban text_pattern_ops);
CREATE INDEX bank_line_payer_name ON billing.bank_line USING btree (lower(payer_name) text_pattern_ops);
CREATE INDEX bank_line_reference ON billing.bank_line USING btree (reference text_pattern_ops);
CREATE TRIGGER bank_line_stays BEFORE DELETE OR UPDATE ON billing.bank_line FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

-- global, append-only: where the money of each bank line went, step by step
create table billing.bank_outcome (
  line_id         uuid not null,
  step            integer not null,
  part            integer not null,
  place           text not null,
  because         text,
  found_by        text,
  organization_id uuid,
  target_id       uuid,
  minor           bigint not null,
  decided_at      timestamp with time zone not null,
  decided_by      text not null,
  constraint bank_outcome_pkey PRIMARY KEY (line_id, step, part),
  constraint bank_outcome_line_id_fkey FOREIGN KEY (line_id) REFERENCES billing.bank_line(id),
  constraint bank_outcome_found_by_check CHECK ((found_by = ANY (ARRAY['reference'::text, 'text'::text, 'payer'::text, 'staff'::text]))),
  constraint bank_outcome_place_check CHECK ((place = ANY (ARRAY['settled-invoice'::text, 'settled-pro-forma'::text, 'prepaid'::text, 'suspense'::text, 'outgoing'::text, 'charge'::text])))
);
CREATE INDEX bank_outcome_place ON billing.bank_outcome USING btree (place, line_id DESC);
CREATE TRIGGER bank_outcome_stays BEFORE DELETE OR UPDATE ON billing.bank_outcome FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

-- global: entries and documents of a bank file that were left out, each with its reason
create table billing.bank_problem (
  file_id uuid not null,
  ordinal integer not null,
  kind    text not null,
  entry   integer,
  facts   jsonb not null,
  constraint bank_problem_pkey PRIMARY KEY (file_id, ordinal),
  constraint bank_problem_file_id_fkey FOREIGN KEY (file_id) REFERENCES billing.bank_file(id)
);

-- global, append-only: statements that told of an entry again
create table billing.bank_sighting (
  entry_id     uuid not null,
  statement_id uuid not null,
  constraint bank_sighting_pkey PRIMARY KEY (entry_id, statement_id),
  constraint bank_sighting_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES billing.bank_entry(id),
  constraint bank_sighting_statement_id_fkey FOREIGN KEY (statement_id) REFERENCES billing.bank_statement(id)
);
CREATE TRIGGER bank_sighting_stays BEFORE DELETE OR UPDATE ON billing.bank_sighting FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

-- global, append-only: statements as read, with the proof opening + entries = closing
create table billing.bank_statement (
  id               uuid not null,
  file_id          uuid not null,
  ordinal          integer not null,
  account_number   text not null,
  document         text not null,
  message          text not null,
  kind             text not null,
  statement        text not null,
  sequence         bigint,
  period           integer,
  entries          integer not null,
  opening_on       date,
  closing_on       date,
  opening_minor    bigint,
  closing_minor    bigint,
  currency         text,
  proof            text not null,
  difference_minor bigint,
  constraint bank_statement_pkey PRIMARY KEY (id),
  constraint bank_statement_file_id_ordinal_key UNIQUE (file_id, ordinal),
  constraint bank_statement_file_id_fkey FOREIGN KEY (file_id) REFERENCES billing.bank_file(id),
  constraint bank_statement_kind_check CHECK ((kind = ANY (ARRAY['statement'::text, 'notification'::text]))),
  constraint bank_statement_proof_check CHECK ((proof = ANY (ARRAY['proven'::text, 'differs'::text, 'unprovable'::text])))
);
CREATE INDEX bank_statement_of_account ON billing.bank_statement USING btree (account_number, closing_on);
CREATE TRIGGER bank_statement_stays BEFORE DELETE OR UPDATE ON billing.bank_statement FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

-- tenant: The address that is proposed; without a row, the organization's own.
create table billing.default_address (
  organization_id uuid not null,
  address_id      uuid not null,
  constraint default_address_pkey PRIMARY KEY (organization_id),
  constraint default_address_organization_id_address_id_fkey FOREIGN KEY (organization_id, address_id) REFERENCES billing.address(organization_id, id)
);

-- tenant, append-only: The PDF of an invoice or pro-forma, by the SHA-256 of its bytes: what was
-- handed out once is handed out again.
create table billing.document (
  organization_id uuid not null,
  subject_kind    text not null,
  subject_id      uuid not null,
  language        text not null,
  hash            text not null,
  size_bytes      bigint not null,
  made_at         timestamp with time zone not null,
  constraint document_pkey PRIMARY KEY (organization_id, subject_kind, subject_id, language),
  constraint document_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text)),
  constraint document_size_bytes_check CHECK ((size_bytes > 0)),
  constraint document_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['invoice'::text, 'pro-forma'::text])))
);
CREATE TRIGGER document_stays BEFORE DELETE OR UPDATE OR TRUNCATE ON billing.document FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

-- tenant, append-only: What is owed, as issued. It is corrected by credit notes, never edited.
create table billing.invoice (
  organization_id uuid not null,
  id              uuid not null,
  number          text not null,
  year            integer not null,
  serial          bigint not null,
  reference       text not null,
  subject_kind    text not null,
  subject_id      text not null,
  pro_forma_id    uuid,
  language        text not null,
  currency        text not null,
  net_minor       bigint not null,
  vat_minor       bigint not null,
  gross_minor     bigint not null,
  treatment       text not null,
  buyer           jsonb not null,
  seller_version  integer not null,
  issued_on       date not null,
  due_on          date not null,
  issued_at       timestamp with time zone not null,
  constraint invoice_pkey PRIMARY KEY (organization_id, id),
  constraint invoice_organization_id_number_key UNIQUE (organization_id, number),
  constraint invoice_organization_id_reference_key UNIQUE (organization_id, reference),
  constraint invoice_organization_id_pro_forma_id_fkey FOREIGN KEY (organization_id, pro_forma_id) REFERENCES billing.pro_forma(organization_id, id),
  constraint invoice_reference_fkey FOREIGN KEY (reference) REFERENCES billing.payment_reference(ref),
  constraint invoice_seller_version_fkey FOREIGN KEY (seller_version) REFERENCES billing.seller(version),
  constraint invoice_check CHECK (((net_minor + vat_minor) = gross_minor)),
  constraint invoice_check1 CHECK ((due_on >= issued_on)),
  constraint invoice_gross_minor_check CHECK ((gross_minor >= 0)),
  constraint invoice_treatment_check CHECK ((treatment = ANY (ARRAY['charged'::text, 'reverse-charge'::text, 'out-of-scope'::text])))
);
CREATE UNIQUE INDEX invoice_of_pro_forma ON billing.invoice USING btree (organization_id, pro_forma_id) WHERE (pro_forma_id IS NOT NULL);
CREATE TRIGGER invoice_stays BEFORE DELETE OR UPDATE OR TRUNCATE ON billing.invoice FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

-- tenant, append-only: One product on an invoice, with the steps that explain its price.
create table billing.invoice_line (
  organization_id uuid not null,
  invoice_id      uuid not null,
  position        smallint not null,
  product_code    text not null,
  subject_kind    text not null,
  subject_id      text not null,
  text            jsonb not null,
  quantity        integer not null,
  unit_minor      bigint not null,
  steps           jsonb not null,
  net_minor       bigint not null,
  vat_category    text not null,
  vat_code        text not null,
  vat_country     text not null,
  basis_points    integer not null,
  period_from     date,
  period_to       date,
  constraint invoice_line_pkey PRIMARY KEY (organization_id, invoice_id, "position"),
  constraint invoice_line_organization_id_invoice_id_fkey FOREIGN KEY (organization_id, invoice_id) REFERENCES billing.invoice(organization_id, id),
  constraint invoice_line_check CHECK ((period_from < period_to)),
  constraint invoice_line_position_check CHECK (("position" > 0)),
  constraint invoice_line_quantity_check CHECK ((quantity > 0)),
  constraint invoice_line_vat_code_check CHECK ((vat_code = ANY (ARRAY['S'::text, 'Z'::text, 'AE'::text, 'O'::text])))
);
CREATE TRIGGER invoice_line_stays BEFORE DELETE OR UPDATE OR TRUNCATE ON billing.invoice_line FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

-- global, append-only: Which invoice has a number: no number twice, whatever the code does.
create table billing.invoice_number (
  series          text not null,
  year            integer not null,
  serial          bigint not null,
  organization_id uuid not null,
  invoice_id      uuid not null,
  constraint invoice_number_pkey PRIMARY KEY (series, year, serial),
  constraint invoice_number_serial_check CHECK ((serial > 0))
);
CREATE TRIGGER invoice_number_stays BEFORE DELETE OR UPDATE OR TRUNCATE ON billing.invoice_number FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

-- tenant: What is still owed of an invoice: a cache of its allocations, changed under its row lock
-- only.
create table billing.invoice_standing (
  organization_id uuid not null,
  invoice_id      uuid not null,
  state           text not null,
  gross_minor     bigint not null,
  open_minor      bigint not null,
  issued_on       date not null,
  due_on          date not null,
  paid_on         date,
  constraint invoice_standing_pkey PRIMARY KEY (organization_id, invoice_id),
  constraint invoice_standing_organization_id_invoice_id_fkey FOREIGN KEY (organization_id, invoice_id) REFERENCES billing.invoice(organization_id, id),
  constraint invoice_standing_check CHECK (((open_minor >= 0) AND (open_minor <= gross_minor))),
  constraint invoice_standing_check1 CHECK (((state = 'paid'::text) = (open_minor = 0))),
  constraint invoice_standing_check2 CHECK (((state = 'paid'::text) = (paid_on IS NOT NULL))),
  constraint invoice_standing_state_check CHECK ((state = ANY (ARRAY['open'::text, 'paid'::text])))
);
CREATE INDEX invoice_standing_all ON billing.invoice_standing USING btree (issued_on DESC, invoice_id DESC);
CREATE INDEX invoice_standing_all_open ON billing.invoice_standing USING btree (issued_on DESC, invoice_id DESC) WHERE (state = 'open'::text);
CREATE INDEX invoice_standing_by_state ON billing.invoice_standing USING btree (organization_id, state, issued_on DESC, invoice_id DESC);
CREATE INDEX invoice_standing_due ON billing.invoice_standing USING btree (due_on, organization_id, invoice_id) WHERE (state = 'open'::text);
CREATE INDEX invoice_standing_newest ON billing.invoice_standing USING btree (organization_id, issued_on DESC, invoice_id DESC);

-- tenant, append-only: The tax of one rate on an invoice, rounded once.
create table billing.invoice_vat (
  organization_id uuid not null,
  invoice_id      uuid not null,
  vat_code        text not null,
  vat_country     text not null,
  basis_points    integer not null,
  base_minor      bigint not null,
  vat_minor       bigint not null,
  constraint invoice_vat_pkey PRIMARY KEY (organization_id, invoice_id, vat_code, vat_country, basis_points),
  constraint invoice_vat_organization_id_invoice_id_fkey FOREIGN KEY (organization_id, invoice_id) REFERENCES billing.invoice(organization_id, id),
  constraint invoice_vat_basis_points_check CHECK ((basis_points >= 0)),
  constraint invoice_vat_check CHECK ((vat_minor = (
CASE
    WHEN (base_minor < 0) THEN '-1'::integer
    ELSE 1
END * ((((2 * abs(base_minor)) * basis_points) + 10000) / 20000)))),
  constraint invoice_vat_vat_code_check CHECK ((vat_code = ANY (ARRAY['S'::text, 'Z'::text, 'AE'::text, 'O'::text])))
);
CREATE TRIGGER invoice_vat_stays BEFORE DELETE OR UPDATE OR TRUNCATE ON billing.invoice_vat FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

-- global: The last number given out; its row is locked by whoever issues, as the last lock.
create table billing.number_series (
  series  text not null,
  year    integer not null,
  last_no bigint not null,
  last_on date not null,
  constraint number_series_pkey PRIMARY KEY (series, year),
  constraint number_series_last_no_check CHECK ((last_no > 0))
);

-- global, append-only: IBANs from which an organization has paid before; a proposal, never a proof
create table billing.payer_iban (
  iban            text not null,
  organization_id uuid not null,
  bound_at        timestamp with time zone not null,
  constraint payer_iban_pkey PRIMARY KEY (iban, organization_id)
);
CREATE TRIGGER payer_iban_stays BEFORE DELETE OR UPDATE ON billing.payer_iban FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

-- tenant: payments that their organization is still to be told of; the row goes when the letter is
-- queued
create table billing.payment_notice (
  organization_id uuid not null,
  journal_id      uuid not null,
  letter          text not null,
  facts           jsonb not null,
  noted_at        timestamp with time zone not null,
  constraint payment_notice_pkey PRIMARY KEY (organization_id, journal_id),
  constraint payment_notice_letter_check CHECK ((letter = ANY (ARRAY['invoice-paid'::text, 'money-on-prepaid'::text])))
);
CREATE INDEX payment_notice_oldest ON billing.payment_notice USING btree (noted_at);

-- global, append-only: Every reference ever drawn. An old one that arrives years later still says
-- whose money it is.
create table billing.payment_reference (
  ref             text not null,
  kind            text not null,
  organization_id uuid not null,
  subject_id      uuid not null,
  drawn_at        timestamp with time zone not null,
  constraint payment_reference_pkey PRIMARY KEY (ref),
  constraint payment_reference_kind_check CHECK ((kind = ANY (ARRAY['invoice'::text, 'pro-forma'::text, 'top-up'::text])))
);
CREATE TRIGGER payment_reference_stays BEFORE DELETE OR UPDATE OR TRUNCATE ON billing.payment_reference FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

-- tenant, append-only: Money in and out of an organization's prepaid account, each line with its
-- reason. A mistake is corrected by a further line.
create table billing.prepaid_line (
  organization_id     uuid not null,
  id                  uuid not null,
  currency            text not null,
  position            bigint not null,
  minor               bigint not null,
  balance_after_minor bigint not null,
  because             text not null,
  facts               jsonb not null,
  source_kind         text not null,
  source_id           text not null,
  journal_id          uuid not null,
  booked_on           date not null,
  booked_at           timestamp with time zone not null,
  constraint prepaid_line_pkey PRIMARY KEY (organization_id, id),
  constraint prepaid_line_organization_id_currency_position_key UNIQUE (organization_id, currency, "position"),
  constraint prepaid_line_balance_after_minor_check CHECK ((balance_after_minor >= 0)),
  constraint prepaid_line_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint prepaid_line_minor_check CHECK ((minor <> 0)),
  constraint prepaid_line_position_check CHECK (("position" > 0))
);
CREATE TRIGGER prepaid_line_stays BEFORE DELETE OR UPDATE OR TRUNCATE ON billing.prepaid_line FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

-- tenant, append-only: What an order or a top-up costs, frozen: amounts, tax, address, and a
-- reference of its own.
create table billing.pro_forma (
  organization_id uuid not null,
  id              uuid not null,
  kind            text not null,
  subject_id      text not null,
  reference       text not null,
  language        text not null,
  currency        text not null,
  net_minor       bigint not null,
  vat_minor       bigint not null,
  gross_minor     bigint not null,
  priced          jsonb not null,
  buyer           jsonb not null,
  seller_version  integer not null,
  made_on         date not null,
  expires_on      date not null,
  made_at         timestamp with time zone not null,
  constraint pro_forma_pkey PRIMARY KEY (organization_id, id),
  constraint pro_forma_reference_fkey FOREIGN KEY (reference) REFERENCES billing.payment_reference(ref),
  constraint pro_forma_seller_version_fkey FOREIGN KEY (seller_version) REFERENCES billing.seller(version),
  constraint pro_forma_check CHECK (((net_minor + vat_minor) = gross_minor)),
  constraint pro_forma_gross_minor_check CHECK ((gross_minor > 0)),
  constraint pro_forma_kind_check CHECK ((kind = ANY (ARRAY['order'::text, 'top-up'::text])))
);
CREATE INDEX pro_forma_reference ON billing.pro_forma USING btree (organization_id, reference);
CREATE TRIGGER pro_forma_stays BEFORE DELETE OR UPDATE OR TRUNCATE ON billing.pro_forma FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

-- tenant: How a pro-forma stands now: it leaves "open" once, to one end. What it says never
-- changes.
create table billing.pro_forma_standing (
  organization_id uuid not null,
  pro_forma_id    uuid not null,
  state           text not null,
  kind            text not null,
  made_on         date not null,
  expires_on      date not null,
  ended_on        date,
  ended_at        timestamp with time zone,
  ended_by        text,
  invoice_id      uuid,
  constraint pro_forma_standing_pkey PRIMARY KEY (organization_id, pro_forma_id),
  constraint pro_forma_standing_organization_id_pro_forma_id_fkey FOREIGN KEY (organization_id, pro_forma_id) REFERENCES billing.pro_forma(organization_id, id),
  constraint pro_forma_standing_check CHECK (((state = 'open'::text) = (ended_on IS NULL))),
  constraint pro_forma_standing_check1 CHECK (((ended_on IS NULL) = (ended_at IS NULL))),
  constraint pro_forma_standing_check2 CHECK (((invoice_id IS NULL) OR (state = 'settled'::text))),
  constraint pro_forma_standing_kind_check CHECK ((kind = ANY (ARRAY['order'::text, 'top-up'::text]))),
  constraint pro_forma_standing_state_check CHECK ((state = ANY (ARRAY['open'::text, 'settled'::text, 'cancelled'::text, 'expired'::text])))
);
CREATE INDEX pro_forma_standing_expiring ON billing.pro_forma_standing USING btree (expires_on, organization_id, pro_forma_id) WHERE (state = 'open'::text);
CREATE INDEX pro_forma_standing_newest ON billing.pro_forma_standing USING btree (organization_id, made_on DESC, pro_forma_id DESC);
CREATE INDEX pro_forma_standing_open ON billing.pro_forma_standing USING btree (organization_id, made_on DESC, pro_forma_id DESC) WHERE (state = 'open'::text);

-- global, append-only: Who sells, as documents print it. A change is a new version; documents keep
-- theirs.
create table billing.seller (
  version    integer not null,
  figures    jsonb not null,
  created_at timestamp with time zone not null,
  constraint seller_pkey PRIMARY KEY (version),
  constraint seller_version_check CHECK ((version > 0))
);
CREATE TRIGGER seller_stays BEFORE DELETE OR UPDATE OR TRUNCATE ON billing.seller FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

-- global, append-only: Where customers pay, per currency; with a QR-IBAN by QR reference.
create table billing.seller_account (
  seller_version   integer not null,
  currency         text not null,
  iban             text not null,
  qr_iban          text,
  reference_prefix text not null,
  constraint seller_account_pkey PRIMARY KEY (seller_version, currency),
  constraint seller_account_seller_version_fkey FOREIGN KEY (seller_version) REFERENCES billing.seller(version),
  constraint seller_account_currency_check CHECK ((currency = ANY (ARRAY['CHF'::text, 'EUR'::text]))),
  constraint seller_account_reference_prefix_check CHECK ((reference_prefix ~ '^[0-9]{0,6}$'::text))
);
CREATE TRIGGER seller_account_stays BEFORE DELETE OR UPDATE OR TRUNCATE ON billing.seller_account FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

-- global: Tax rates by country, category and date of supply. No rate stands in code.
create table billing.vat_rate (
  country      text not null,
  category     text not null,
  valid_from   date not null,
  valid_to     date,
  basis_points integer not null,
  constraint vat_rate_pkey PRIMARY KEY (country, category, valid_from),
  constraint vat_rate_basis_points_check CHECK (((basis_points >= 0) AND (basis_points <= 10000))),
  constraint vat_rate_category_check CHECK ((category = ANY (ARRAY['standard'::text, 'reduced'::text, 'lodging'::text]))),
  constraint vat_rate_check CHECK ((valid_from < valid_to)),
  constraint vat_rate_country_check CHECK ((country ~ '^[A-Z]{2}$'::text))
);

-- global: decisions about bank money that need a person, open and resolved
create table billing.work_item (
  id                       uuid not null,
  kind                     text not null,
  subject                  text not null,
  line_id                  uuid,
  entry_id                 uuid,
  account_id               uuid,
  minor                    bigint,
  currency                 text,
  facts                    jsonb not null,
  proposed_organization_id uuid,
  proposed_reference       text,
  state                    text not null,
  opened_at                timestamp with time zone not null,
  resolved_at              timestamp with time zone,
  resolved_by              text,
  outcome                  text,
  reason                   text,
  constraint work_item_pkey PRIMARY KEY (id),
  constraint work_item_account_id_fkey FOREIGN KEY (account_id) REFERENCES billing.bank_account(id),
  constraint work_item_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES billing.bank_entry(id),
  constraint work_item_line_id_fkey FOREIGN KEY (line_id) REFERENCES billing.bank_line(id),
  constraint work_item_check CHECK (((state = 'resolved'::text) = ((resolved_at IS NOT NULL) AND (resolved_by IS NOT NULL) AND (outcome IS NOT NULL)))),
  constraint work_item_state_check CHECK ((state = ANY (ARRAY['open'::text, 'resolved'::text])))
);
CREATE INDEX work_item_of_entry ON billing.work_item USING btree (entry_id) WHERE (state = 'open'::text);
CREATE UNIQUE INDEX work_item_once ON billing.work_item USING btree (kind, subject);
CREATE INDEX work_item_queue ON billing.work_item USING btree (state, opened_at, id);

-- --------------------------------------------------------------------------------
-- catalogue

-- global: what a bundle contains; its parts are neither moved nor cancelled alone (R74, R75).
create table catalogue.content (
  product           text not null,
  offer             text not null,
  contained_product text not null,
  contained_offer   text not null,
  quantity          integer not null,
  constraint content_pkey PRIMARY KEY (product, offer, contained_product, contained_offer),
  constraint content_contained_product_contained_offer_fkey FOREIGN KEY (contained_product, contained_offer) REFERENCES catalogue.offer(product, code),
  constraint content_product_offer_fkey FOREIGN KEY (product, offer) REFERENCES catalogue.offer(product, code),
  constraint content_check CHECK ((product <> contained_product)),
  constraint content_quantity_check CHECK ((quantity > 0))
);

-- global: the levels that a product is sold in, in their order.
create table catalogue.offer (
  product      text not null,
  code         text not null,
  rank         integer not null,
  name         jsonb not null,
  summary      jsonb not null,
  limits       jsonb not null default '{}'::jsonb,
  withdrawn_on date,
  constraint offer_pkey PRIMARY KEY (product, code),
  constraint offer_product_fkey FOREIGN KEY (product) REFERENCES catalogue.product(code),
  constraint offer_code_check CHECK ((code ~ '^[a-z0-9][a-z0-9.-]{0,39}$'::text)),
  constraint offer_name_check CHECK ((name ? 'en'::text)),
  constraint offer_rank_check CHECK ((rank >= 0)),
  constraint offer_summary_check CHECK ((summary ? 'en'::text))
);

-- global, append-only: what one unit costs from a day on; a price change is a further row (D18).
create table catalogue.price (
  product    text not null,
  offer      text not null,
  part       text not null,
  period     text not null,
  currency   text not null,
  valid_from date not null,
  minor      bigint not null,
  constraint price_pkey PRIMARY KEY (product, offer, part, period, currency, valid_from),
  constraint price_product_offer_fkey FOREIGN KEY (product, offer) REFERENCES catalogue.offer(product, code),
  constraint price_currency_check CHECK ((currency = ANY (ARRAY['CHF'::text, 'EUR'::text]))),
  constraint price_minor_check CHECK ((minor >= 0)),
  constraint price_part_check CHECK ((part = ANY (ARRAY['product'::text, 'warranty'::text]))),
  constraint price_period_check CHECK ((period = ANY (ARRAY['month'::text, 'year'::text])))
);
CREATE TRIGGER price_never_changes BEFORE DELETE OR UPDATE ON catalogue.price FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

-- global: what can be bought; texts and properties are the operator's and may be edited.
create table catalogue.product (
  code                text not null,
  kind                text not null,
  rank                integer not null,
  name                jsonb not null,
  summary             jsonb not null,
  vat_category        text not null,
  transferable        boolean not null,
  renewal_warranty    text not null,
  minimum_term_months integer not null default 0,
  maximum_quantity    integer not null default 1,
  withdrawn_on        date,
  constraint product_pkey PRIMARY KEY (code),
  constraint product_code_check CHECK ((code ~ '^[a-z][a-z0-9-]{1,39}$'::text)),
  constraint product_kind_check CHECK ((kind = ANY (ARRAY['domain'::text, 'web-hosting'::text, 'mail-service'::text, 'suite'::text, 'personal-suite'::text, 'nas'::text, 'backup'::text, 'premium-support'::text, 'custom-brand'::text]))),
  constraint product_maximum_quantity_check CHECK (((maximum_quantity >= 1) AND (maximum_quantity <= 10000))),
  constraint product_minimum_term_months_check CHECK (((minimum_term_months >= 0) AND (minimum_term_months <= 60))),
  constraint product_name_check CHECK ((name ? 'en'::text)),
  constraint product_rank_check CHECK ((rank >= 0)),
  constraint product_renewal_warranty_check CHECK ((renewal_warranty = ANY (ARRAY['at_order'::text, 'after_purchase'::text, 'no'::text]))),
  constraint product_summary_check CHECK ((summary ? 'en'::text)),
  constraint product_vat_category_check CHECK ((vat_category = ANY (ARRAY['standard'::text, 'reduced'::text, 'lodging'::text])))
);

-- global, append-only: from a quantity on, all units cost so much less (volume tiers, D18).
create table catalogue.tier (
  product          text not null,
  valid_from       date not null,
  from_quantity    integer not null,
  off_basis_points integer not null,
  constraint tier_pkey PRIMARY KEY (product, valid_from, from_quantity),
  constraint tier_product_fkey FOREIGN KEY (product) REFERENCES catalogue.product(code),
  constraint tier_from_quantity_check CHECK ((from_quantity >= 1)),
  constraint tier_off_basis_points_check CHECK (((off_basis_points >= 0) AND (off_basis_points <= 10000)))
);
CREATE TRIGGER tier_never_changes BEFORE DELETE OR UPDATE ON catalogue.tier FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

-- --------------------------------------------------------------------------------
-- identity

-- person: A proof that was made for one thing that cannot be undone. It opens that thing once,
-- within five minutes, and nothing else.
create table identity.action_proof (
  session_id uuid not null,
  action     text not null,
  object     text not null,
  factor_id  uuid,
  expires_at timestamp with time zone not null,
  constraint action_proof_pkey PRIMARY KEY (session_id),
  constraint action_proof_factor_id_fkey FOREIGN KEY (factor_id) REFERENCES identity.factor(id),
  constraint action_proof_session_id_fkey FOREIGN KEY (session_id) REFERENCES identity.session(id)
);
CREATE INDEX action_proof_expires_at ON identity.action_proof USING btree (expires_at);
CREATE INDEX action_proof_factor ON identity.action_proof USING btree (factor_id);

-- person: An unfinished sign-in or sign-up. Its token opens the attempt's routes and nothing else.
create table identity.auth_attempt (
  id               uuid not null,
  token_hash       bytea not null,
  kind             text not null,
  user_id          uuid,
  staff_id         uuid,
  address          text,
  done             text[] not null,
  return_to        text not null,
  stay             boolean not null,
  prefix           text not null,
  agent            text not null,
  created_at       timestamp with time zone not null,
  expires_at       timestamp with time zone not null,
  consumed_at      timestamp with time zone,
  restricted_until timestamp with time zone,
  constraint auth_attempt_pkey PRIMARY KEY (id),
  constraint auth_attempt_token_hash_key UNIQUE (token_hash),
  constraint auth_attempt_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES identity.staff(id),
  constraint auth_attempt_user_id_fkey FOREIGN KEY (user_id) REFERENCES identity."user"(id),
  constraint auth_attempt_check CHECK (((kind = 'user'::text) = (user_id IS NOT NULL))),
  constraint auth_attempt_check1 CHECK (((kind = 'staff'::text) = (staff_id IS NOT NULL))),
  constraint auth_attempt_check2 CHECK (((kind = 'sign-up'::text) = (address IS NOT NULL))),
  constraint auth_attempt_kind_check CHECK ((kind = ANY (ARRAY['user'::text, 'staff'::text, 'sign-up'::text]))),
  constraint auth_attempt_token_hash_check CHECK ((length(token_hash) = 32))
);
CREATE INDEX auth_attempt_expires_at ON identity.auth_attempt USING btree (expires_at);

-- person: An Atrio Authenticator on somebody's phone. Its public key stands with its factor.
create table identity.authenticator_app (
  factor_id uuid not null,
  code_hash bytea not null,
  paired_at timestamp with time zone,
  constraint authenticator_app_pkey PRIMARY KEY (factor_id),
  constraint authenticator_app_code_hash_key UNIQUE (code_hash),
  constraint authenticator_app_factor_id_fkey FOREIGN KEY (factor_id) REFERENCES identity.factor(id) ON DELETE CASCADE,
  constraint authenticator_app_code_hash_check CHECK ((length(code_hash) = 32))
);

-- person: What a passkey was asked to sign. Deleted before its answer is looked at, so that it
-- counts once.
create table identity.challenge (
  token_hash bytea not null,
  purpose    text not null,
  bound_to   text not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint challenge_pkey PRIMARY KEY (token_hash),
  constraint challenge_token_hash_check CHECK ((length(token_hash) = 32))
);
CREATE INDEX challenge_expires_at ON identity.challenge USING btree (expires_at);

-- person: The present password of a user or of one of the staff, as a sealed hash.
create table identity.credential (
  id            uuid not null,
  user_id       uuid,
  staff_id      uuid,
  sealed        text not null,
  version       integer not null,
  set_at        timestamp with time zone not null,
  doubted_since timestamp with time zone,
  constraint credential_pkey PRIMARY KEY (id),
  constraint credential_staff_id_key UNIQUE (staff_id),
  constraint credential_user_id_key UNIQUE (user_id),
  constraint credential_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES identity.staff(id),
  constraint credential_user_id_fkey FOREIGN KEY (user_id) REFERENCES identity."user"(id),
  constraint credential_check CHECK ((num_nonnulls(user_id, staff_id) = 1)),
  constraint credential_version_check CHECK ((version > 0))
);

-- person: A browser that somebody signed in with. Its cookie signs nobody in; it only makes the
-- browser known.
create table identity.device (
  id            uuid not null,
  user_id       uuid,
  staff_id      uuid,
  token_hash    bytea not null,
  name          text not null,
  first_seen_at timestamp with time zone not null,
  last_seen_at  timestamp with time zone not null,
  trusted_until timestamp with time zone not null,
  constraint device_pkey PRIMARY KEY (id),
  constraint device_token_hash_staff_id_key UNIQUE (token_hash, staff_id),
  constraint device_token_hash_user_id_key UNIQUE (token_hash, user_id),
  constraint device_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES identity.staff(id),
  constraint device_user_id_fkey FOREIGN KEY (user_id) REFERENCES identity."user"(id),
  constraint device_check CHECK ((num_nonnulls(user_id, staff_id) = 1)),
  constraint device_token_hash_check CHECK ((length(token_hash) = 32))
);
CREATE INDEX device_of_user ON identity.device USING btree (user_id);

-- person: The ten codes of a set, for the day when every other factor is lost. Each works once.
create table identity.emergency_code (
  factor_id uuid not null,
  number    smallint not null,
  hash      text,
  used_at   timestamp with time zone,
  constraint emergency_code_pkey PRIMARY KEY (factor_id, number),
  constraint emergency_code_factor_id_fkey FOREIGN KEY (factor_id) REFERENCES identity.factor(id),
  constraint emergency_code_number_check CHECK (((number >= 0) AND (number <= 9)))
);

-- person: What somebody can prove with besides the password. Once bound, a row stays as the history
-- of it; its secret is wiped when it is revoked.
create table identity.factor (
  id             uuid not null,
  user_id        uuid,
  staff_id       uuid,
  type           text not null,
  label          text not null,
  state          text not null,
  sealed         text,
  public_key     bytea,
  credential_id  bytea,
  user_handle    bytea,
  flags          text[] not null,
  last_step      bigint,
  sign_count     bigint,
  created_at     timestamp with time zone not null,
  expires_at     timestamp with time zone,
  bound_at       timestamp with time zone,
  bound_by       text not null,
  matures_at     timestamp with time zone,
  last_used_at   timestamp with time zone,
  suspended_at   timestamp with time zone,
  revoked_at     timestamp with time zone,
  rests_since    timestamp with time zone,
  rested_until   timestamp with time zone,
  lost_at        timestamp with time zone,
  removal_due_at timestamp with time zone,
  model          uuid,
  constraint factor_pkey PRIMARY KEY (id),
  constraint factor_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES identity.staff(id),
  constraint factor_user_id_fkey FOREIGN KEY (user_id) REFERENCES identity."user"(id),
  constraint factor_bound_by_check CHECK ((bound_by = ANY (ARRAY['owner'::text, 'recovery'::text]))),
  constraint factor_check CHECK ((num_nonnulls(user_id, staff_id) = 1)),
  constraint factor_check1 CHECK (((state = 'pending'::text) = (expires_at IS NOT NULL))),
  constraint factor_check2 CHECK (((state = 'pending'::text) = (bound_at IS NULL))),
  constraint factor_check3 CHECK (((state = 'revoked'::text) = (revoked_at IS NOT NULL))),
  constraint factor_check4 CHECK (((state <> 'revoked'::text) OR ((sealed IS NULL) AND (public_key IS NULL)))),
  constraint factor_label_check CHECK ((label <> ''::text)),
  constraint factor_lost_is_suspended CHECK (((lost_at IS NULL) OR (state = ANY (ARRAY['suspended'::text, 'revoked'::text])))),
  constraint factor_removal_of_bound CHECK (((removal_due_at IS NULL) OR (state = ANY (ARRAY['active'::text, 'suspended'::text])))),
  constraint factor_sms_is_of_users CHECK (((type <> 'sms'::text) OR (staff_id IS NULL))),
  constraint factor_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'active'::text, 'suspended'::text, 'revoked'::text]))),
  constraint factor_type_check CHECK ((type ~ '^[a-z]+$'::text)),
  constraint factor_user_handle_check CHECK ((length(user_handle) = 32))
);
CREATE UNIQUE INDEX factor_credential_once ON identity.factor USING btree (credential_id) WHERE (state = ANY (ARRAY['active'::text, 'suspended'::text]));
CREATE INDEX factor_of_staff ON identity.factor USING btree (staff_id);
CREATE INDEX factor_of_user ON identity.factor USING btree (user_id);
CREATE UNIQUE INDEX factor_one_number ON identity.factor USING btree (user_id) WHERE ((type = 'sms'::text) AND (state = 'active'::text));
CREATE INDEX factor_removal_due_at ON identity.factor USING btree (removal_due_at) WHERE (removal_due_at IS NOT NULL);

-- global: How many sign-ins with a password failed in a minute, at both doors and whoever they were
-- meant for.
create table identity.failed_sign_in (
  minute timestamp with time zone not null,
  count  integer not null,
  constraint failed_sign_in_pkey PRIMARY KEY (minute),
  constraint failed_sign_in_count_check CHECK ((count > 0))
);

-- global: Failed tries in a row, per account and kind of browser. Keyed by a hash, so that unknown
-- addresses count alike.
create table identity.lane (
  key     bytea not null,
  count   integer not null,
  last_at timestamp with time zone not null,
  told_at timestamp with time zone,
  constraint lane_pkey PRIMARY KEY (key),
  constraint lane_count_check CHECK ((count >= 0)),
  constraint lane_key_check CHECK ((length(key) = 32))
);
CREATE INDEX lane_last_at ON identity.lane USING btree (last_at);

-- person: The token of a mailed link. Good for one purpose, once, and only while what it is bound
-- to stands.
create table identity.one_time (
  id         uuid not null,
  purpose    text not null,
  subject    uuid not null,
  bound_hash bytea not null,
  token_hash bytea not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at    timestamp with time zone,
  constraint one_time_pkey PRIMARY KEY (id),
  constraint one_time_token_hash_key UNIQUE (token_hash),
  constraint one_time_bound_hash_check CHECK ((length(bound_hash) = 32)),
  constraint one_time_purpose_check CHECK ((purpose = ANY (ARRAY['sign-up'::text, 'reset'::text, 'reset-by-recovery'::text, 'not-me'::text, 'unlock'::text, 'keep-factor'::text]))),
  constraint one_time_token_hash_check CHECK ((length(token_hash) = 32))
);
CREATE INDEX one_time_expires_at ON identity.one_time USING btree (expires_at);
CREATE INDEX one_time_subject ON identity.one_time USING btree (purpose, subject);

-- person: A number that somebody types into the app on their phone, to let one sign-in or one proof
-- go on.
create table identity.push_request (
  id         uuid not null,
  user_id    uuid,
  staff_id   uuid,
  purpose    text not null,
  bound_to   text not null,
  code       text not null,
  agent      text not null,
  prefix     text not null,
  state      text not null,
  tries      smallint not null default 0,
  factor_id  uuid,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  decided_at timestamp with time zone,
  is_known   boolean not null default false,
  about      text not null default ''::text,
  constraint push_request_pkey PRIMARY KEY (id),
  constraint push_request_factor_id_fkey FOREIGN KEY (factor_id) REFERENCES identity.factor(id),
  constraint push_request_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES identity.staff(id),
  constraint push_request_user_id_fkey FOREIGN KEY (user_id) REFERENCES identity."user"(id),
  constraint push_request_check CHECK ((num_nonnulls(user_id, staff_id) = 1)),
  constraint push_request_check1 CHECK (((state = ANY (ARRAY['pending'::text, 'replaced'::text])) = (decided_at IS NULL))),
  constraint push_request_code_check CHECK ((code ~ '^[0-9]{6}$'::text)),
  constraint push_request_purpose_check CHECK ((purpose = ANY (ARRAY['sign-in'::text, 'step-up'::text]))),
  constraint push_request_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'approved'::text, 'used'::text, 'denied'::text, 'reported'::text, 'spent'::text, 'replaced'::text])))
);
CREATE INDEX push_request_bound_to ON identity.push_request USING btree (bound_to);
CREATE INDEX push_request_of_user ON identity.push_request USING btree (user_id, created_at);
CREATE UNIQUE INDEX push_request_one_pending_of_staff ON identity.push_request USING btree (staff_id) WHERE (state = 'pending'::text);
CREATE UNIQUE INDEX push_request_one_pending_of_user ON identity.push_request USING btree (user_id) WHERE (state = 'pending'::text);

-- person: Where an Atrio Authenticator is woken when something waits for it. Who knows the address
-- may do so.
create table identity.push_subscription (
  factor_id  uuid not null,
  sealed     text not null,
  renewed_at timestamp with time zone not null,
  constraint push_subscription_pkey PRIMARY KEY (factor_id),
  constraint push_subscription_factor_id_fkey FOREIGN KEY (factor_id) REFERENCES identity.factor(id) ON DELETE CASCADE
);

-- person: The second address of an account: one that waits for its code, one that counts, and those
-- before it while they are still told what happens.
create table identity.recovery_address (
  id              uuid not null,
  user_id         uuid not null,
  sealed          text not null,
  state           text not null,
  code_mac        bytea,
  code_expires_at timestamp with time zone,
  tries           smallint not null default 0,
  created_at      timestamp with time zone not null,
  confirmed_at    timestamp with time zone,
  ended_at        timestamp with time zone,
  constraint recovery_address_pkey PRIMARY KEY (id),
  constraint recovery_address_user_id_fkey FOREIGN KEY (user_id) REFERENCES identity."user"(id),
  constraint recovery_address_check CHECK (((state = 'pending'::text) = (confirmed_at IS NULL))),
  constraint recovery_address_check1 CHECK (((state = 'pending'::text) = (code_mac IS NOT NULL))),
  constraint recovery_address_check2 CHECK (((state = 'pending'::text) = (code_expires_at IS NOT NULL))),
  constraint recovery_address_check3 CHECK (((state = 'former'::text) = (ended_at IS NOT NULL))),
  constraint recovery_address_code_mac_check CHECK ((length(code_mac) = 32)),
  constraint recovery_address_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'confirmed'::text, 'former'::text]))),
  constraint recovery_address_tries_check CHECK (((tries >= 0) AND (tries <= 5)))
);
CREATE INDEX recovery_address_of_user ON identity.recovery_address USING btree (user_id);
CREATE UNIQUE INDEX recovery_address_one_confirmed ON identity.recovery_address USING btree (user_id) WHERE (state = 'confirmed'::text);
CREATE UNIQUE INDEX recovery_address_one_pending ON identity.recovery_address USING btree (user_id) WHERE (state = 'pending'::text);

-- global: Sign-ins that their owners said were not theirs, for the provider's people to look at.
create table identity.report (
  id          uuid not null,
  user_id     uuid not null,
  session_id  uuid not null,
  by_link     boolean not null,
  ended       integer not null,
  reported_at timestamp with time zone not null,
  resolved_at timestamp with time zone,
  resolved_by text,
  note        text,
  constraint report_pkey PRIMARY KEY (id),
  constraint report_session_id_fkey FOREIGN KEY (session_id) REFERENCES identity.session(id),
  constraint report_user_id_fkey FOREIGN KEY (user_id) REFERENCES identity."user"(id),
  constraint report_check CHECK ((num_nonnulls(resolved_at, resolved_by, note) = ANY (ARRAY[0, 3]))),
  constraint report_ended_check CHECK ((ended >= 0))
);
CREATE INDEX report_done ON identity.report USING btree (resolved_at, id) WHERE (resolved_at IS NOT NULL);
CREATE INDEX report_queue ON identity.report USING btree (reported_at, id) WHERE (resolved_at IS NULL);

-- person: A passkey that a phone made for its Atrio Authenticator alone: it signs each approval
-- after finger, face or PIN. It opens no door.
create table identity.screen_lock (
  factor_id     uuid not null,
  credential_id bytea not null,
  public_key    bytea not null,
  flags         text[] not null,
  sign_count    bigint not null,
  made_at       timestamp with time zone not null,
  constraint screen_lock_pkey PRIMARY KEY (factor_id),
  constraint screen_lock_credential_id_key UNIQUE (credential_id),
  constraint screen_lock_factor_id_fkey FOREIGN KEY (factor_id) REFERENCES identity.factor(id) ON DELETE CASCADE
);

-- person: Somebody who is signed in, in one browser. Written by completeAttempt alone; ended, never
-- deleted, while it counts.
create table identity.session (
  id                 uuid not null,
  token_hash         bytea not null,
  kind               text not null,
  user_id            uuid,
  staff_id           uuid,
  device_id          uuid not null,
  aal                smallint not null,
  methods            text[] not null,
  stay               boolean not null,
  auth_at            timestamp with time zone not null,
  sudo_until         timestamp with time zone,
  prefix             text not null,
  agent              text not null,
  created_at         timestamp with time zone not null,
  seen_at            timestamp with time zone not null,
  idle_until         timestamp with time zone not null,
  abs_until          timestamp with time zone not null,
  ended_at           timestamp with time zone,
  ended_why          text,
  idle_limit_seconds integer,
  restricted_until   timestamp with time zone,
  renewal_due_at     timestamp with time zone,
  renewed_at         timestamp with time zone,
  previous_hash      bytea,
  signals            text[] not null default '{}'::text[],
  constraint session_pkey PRIMARY KEY (id),
  constraint session_token_hash_key UNIQUE (token_hash),
  constraint session_device_id_fkey FOREIGN KEY (device_id) REFERENCES identity.device(id),
  constraint session_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES identity.staff(id),
  constraint session_user_id_fkey FOREIGN KEY (user_id) REFERENCES identity."user"(id),
  constraint session_aal_check CHECK ((aal = ANY (ARRAY[1, 2]))),
  constraint session_check CHECK (((kind = 'user'::text) = (user_id IS NOT NULL))),
  constraint session_check1 CHECK (((kind = 'staff'::text) = (staff_id IS NOT NULL))),
  constraint session_check2 CHECK (((ended_at IS NULL) = (ended_why IS NULL))),
  constraint session_check3 CHECK ((idle_until <= abs_until)),
  constraint session_idle_limit_seconds_check CHECK ((idle_limit_seconds > 0)),
  constraint session_kind_check CHECK ((kind = ANY (ARRAY['user'::text, 'staff'::text]))),
  constraint session_previous_hash_check CHECK ((length(previous_hash) = 32)),
  constraint session_token_hash_check CHECK ((length(token_hash) = 32))
);
CREATE INDEX session_ended_by_staff ON identity.session USING btree (ended_at, user_id) WHERE (ended_why = 'ended-by-staff'::text);
CREATE INDEX session_history_of_staff ON identity.session USING btree (staff_id, created_at DESC);
CREATE INDEX session_history_of_user ON identity.session USING btree (user_id, created_at DESC);
CREATE INDEX session_of_staff ON identity.session USING btree (staff_id, created_at) WHERE (ended_at IS NULL);
CREATE INDEX session_of_user ON identity.session USING btree (user_id, created_at) WHERE (ended_at IS NULL);
CREATE INDEX session_previous_hash ON identity.session USING btree (previous_hash) WHERE (previous_hash IS NOT NULL);
CREATE INDEX session_whole_prefix ON identity.session USING btree (created_at) WHERE ((prefix !~~ '%/24'::text) AND (prefix !~~ '%/48'::text));

-- person: A wish for an account whose address is not proven. There is no user and no password yet.
create table identity.sign_up (
  id         uuid not null,
  address    text not null,
  first_name text not null,
  last_name  text not null,
  country    text not null,
  language   text not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint sign_up_pkey PRIMARY KEY (id),
  constraint sign_up_country_check CHECK ((country ~ '^[A-Z]{2}$'::text)),
  constraint sign_up_first_name_check CHECK ((first_name <> ''::text)),
  constraint sign_up_language_check CHECK ((language = ANY (ARRAY['es'::text, 'en'::text, 'fr'::text, 'de'::text, 'it'::text]))),
  constraint sign_up_last_name_check CHECK ((last_name <> ''::text))
);
CREATE INDEX sign_up_expires_at ON identity.sign_up USING btree (expires_at);

-- person: The code that a text carries, for one sign-in or one enrolment. It counts once, for five
-- minutes and five tries.
create table identity.sms_code (
  bound_to   text not null,
  factor_id  uuid not null,
  mac        bytea not null,
  tries      smallint not null default 0,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at    timestamp with time zone,
  send_id    uuid,
  constraint sms_code_pkey PRIMARY KEY (bound_to),
  constraint sms_code_factor_id_fkey FOREIGN KEY (factor_id) REFERENCES identity.factor(id) ON DELETE CASCADE,
  constraint sms_code_send_id_fkey FOREIGN KEY (send_id) REFERENCES identity.sms_send(id) ON DELETE SET NULL,
  constraint sms_code_mac_check CHECK ((length(mac) = 32)),
  constraint sms_code_tries_check CHECK (((tries >= 0) AND (tries <= 5)))
);
CREATE INDEX sms_code_expires_at ON identity.sms_code USING btree (expires_at);
CREATE INDEX sms_code_of_factor ON identity.sms_code USING btree (factor_id);

-- global: Where codes were texted to and whether they came back. It names neither person nor
-- number, and is forgotten after a week.
create table identity.sms_send (
  id          uuid not null,
  country     text not null,
  block       text not null,
  sent_at     timestamp with time zone not null,
  expires_at  timestamp with time zone not null,
  verified_at timestamp with time zone,
  constraint sms_send_pkey PRIMARY KEY (id),
  constraint sms_send_country_check CHECK ((country ~ '^[A-Z]{2}$'::text))
);
CREATE INDEX sms_send_sent_at ON identity.sms_send USING btree (sent_at);

-- global: What texts to phones cost, each day and country. Reserved before a text is left, so that
-- no day costs more than the operator allowed.
create table identity.sms_spending (
  day         date not null,
  purpose     text not null,
  place       text not null,
  texts       integer not null,
  spent_minor bigint not null,
  most_minor  bigint not null,
  constraint sms_spending_pkey PRIMARY KEY (day, purpose, place),
  constraint sms_spending_check CHECK ((spent_minor <= most_minor)),
  constraint sms_spending_place_check CHECK ((place ~ '^([A-Z]{2}|all)$'::text)),
  constraint sms_spending_purpose_check CHECK ((purpose = ANY (ARRAY['code'::text, 'notice'::text]))),
  constraint sms_spending_spent_minor_check CHECK ((spent_minor >= 0)),
  constraint sms_spending_texts_check CHECK ((texts >= 0))
);

-- global: Countries and blocks of numbers that get no texts, because too few of their codes came
-- back: somebody is paid for texts. Staff lift a stop, with a reason.
create table identity.sms_stop (
  id         uuid not null,
  place      text not null,
  country    text not null,
  sends      integer not null,
  verified   integer not null,
  stopped_at timestamp with time zone not null,
  lifted_at  timestamp with time zone,
  lifted_by  uuid,
  reason     text,
  constraint sms_stop_pkey PRIMARY KEY (id),
  constraint sms_stop_lifted_by_fkey FOREIGN KEY (lifted_by) REFERENCES identity.staff(id),
  constraint sms_stop_check CHECK (((verified >= 0) AND (verified <= sends))),
  constraint sms_stop_check1 CHECK (((lifted_at IS NULL) = (lifted_by IS NULL))),
  constraint sms_stop_check2 CHECK (((lifted_at IS NULL) = (reason IS NULL))),
  constraint sms_stop_country_check CHECK ((country ~ '^[A-Z]{2}$'::text)),
  constraint sms_stop_place_check CHECK ((place ~ '^([A-Z]{2}|\+\d+)$'::text)),
  constraint sms_stop_sends_check CHECK ((sends > 0))
);
CREATE UNIQUE INDEX sms_stop_once ON identity.sms_stop USING btree (place) WHERE (lifted_at IS NULL);

-- global: Challenges whose answer opened a door. Each opens one, once; after its end it opens none
-- anyway.
create table identity.spent_work (
  challenge  bytea not null,
  expires_at timestamp with time zone not null,
  constraint spent_work_pkey PRIMARY KEY (challenge),
  constraint spent_work_challenge_check CHECK ((length(challenge) = 32))
);
CREATE INDEX spent_work_expires_at ON identity.spent_work USING btree (expires_at);

-- global: The provider's people. They have their own door and are nobody's members.
create table identity.staff (
  id          uuid not null,
  first_name  text not null,
  last_name   text not null,
  address     text not null,
  address_key text not null,
  language    text not null,
  role        text not null,
  disabled_at timestamp with time zone,
  created_at  timestamp with time zone not null,
  constraint staff_pkey PRIMARY KEY (id),
  constraint staff_address_once UNIQUE (address_key),
  constraint staff_first_name_check CHECK ((first_name <> ''::text)),
  constraint staff_language_check CHECK ((language = ANY (ARRAY['es'::text, 'en'::text, 'fr'::text, 'de'::text, 'it'::text]))),
  constraint staff_last_name_check CHECK ((last_name <> ''::text)),
  constraint staff_role_check CHECK ((role = ANY (ARRAY['support'::text, 'billing'::text, 'administrator'::text])))
);

-- global: The latest code with which one of the staff begins: sets up the first factor, once.
-- Another takes its place.
create table identity.staff_beginning (
  staff_id   uuid not null,
  code_hash  bytea not null,
  opened_by  text not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at    timestamp with time zone,
  constraint staff_beginning_pkey PRIMARY KEY (staff_id),
  constraint staff_beginning_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES identity.staff(id),
  constraint staff_beginning_code_hash_check CHECK ((length(code_hash) = 32)),
  constraint staff_beginning_opened_by_check CHECK ((opened_by <> ''::text))
);

-- person: A person's account. It exists only once its address is proven and its password is set.
create table identity.user (
  id                 uuid not null,
  first_name         text not null,
  last_name          text not null,
  address            text not null,
  address_key        text not null,
  address_proven_at  timestamp with time zone not null,
  language           text not null,
  country            text not null,
  birth_date         date,
  lock_after         smallint not null default 10,
  disabled_at        timestamp with time zone,
  created_at         timestamp with time zone not null,
  alert_sign_ins     boolean not null default false,
  alert_failures     boolean not null default true,
  passkey_offered_at timestamp with time zone,
  constraint user_pkey PRIMARY KEY (id),
  constraint user_address_once UNIQUE (address_key),
  constraint user_country_check CHECK ((country ~ '^[A-Z]{2}$'::text)),
  constraint user_first_name_check CHECK ((first_name <> ''::text)),
  constraint user_language_check CHECK ((language = ANY (ARRAY['es'::text, 'en'::text, 'fr'::text, 'de'::text, 'it'::text]))),
  constraint user_last_name_check CHECK ((last_name <> ''::text)),
  constraint user_lock_after_check CHECK (((lock_after >= 3) AND (lock_after <= 100)))
);

-- global: The one key by which push services know that this instance wakes its phones. Made when it
-- is first needed.
create table identity.vapid_key (
  is_only    boolean not null,
  public_key text not null,
  sealed     text not null,
  created_at timestamp with time zone not null,
  constraint vapid_key_pkey PRIMARY KEY (is_only),
  constraint vapid_key_is_only_check CHECK (is_only)
);

-- --------------------------------------------------------------------------------
-- ledger

CREATE OR REPLACE FUNCTION ledger.refuse_unbalanced()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
$function$;

-- tenant, append-only: The places where money can be. No balance is kept: system accounts are sums
-- over organizations, so that nothing hot is locked.
create table ledger.account (
  organization_id uuid not null,
  kind            text not null,
  owner           text not null,
  currency        text not null,
  opened_at       timestamp with time zone not null,
  constraint account_pkey PRIMARY KEY (organization_id, kind, owner, currency),
  constraint account_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint account_kind_check CHECK ((kind = ANY (ARRAY['bank'::text, 'bank-batch'::text, 'suspense'::text, 'suspense-outgoing'::text, 'receivable'::text, 'prepaid'::text, 'revenue'::text, 'vat'::text, 'equity-opening'::text, 'fees'::text, 'rounding'::text, 'write-off'::text, 'cashback'::text, 'gateway'::text])))
);
CREATE TRIGGER account_stays BEFORE DELETE OR UPDATE OR TRUNCATE ON ledger.account FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

-- tenant, append-only: What one movement takes from or gives to one account. All entries of a
-- movement arrive in one statement.
create table ledger.journal_entry (
  organization_id uuid not null,
  tx_id           uuid not null,
  seq             smallint not null,
  account_kind    text not null,
  account_owner   text not null,
  currency        text not null,
  minor           bigint not null,
  constraint journal_entry_pkey PRIMARY KEY (organization_id, tx_id, seq),
  constraint journal_entry_organization_id_account_kind_account_owner_c_fkey FOREIGN KEY (organization_id, account_kind, account_owner, currency) REFERENCES ledger.account(organization_id, kind, owner, currency),
  constraint journal_entry_organization_id_tx_id_fkey FOREIGN KEY (organization_id, tx_id) REFERENCES ledger.journal_tx(organization_id, id),
  constraint journal_entry_minor_check CHECK ((minor <> 0)),
  constraint journal_entry_seq_check CHECK ((seq > 0))
);
CREATE TRIGGER journal_entry_balanced AFTER INSERT ON ledger.journal_entry REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_unbalanced();
CREATE TRIGGER journal_entry_stays BEFORE DELETE OR UPDATE OR TRUNCATE ON ledger.journal_entry FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

-- tenant, append-only: One movement of money with its source; its entries add up to zero in every
-- currency.
create table ledger.journal_tx (
  organization_id uuid not null,
  id              uuid not null,
  kind            text not null,
  source_kind     text not null,
  source_id       text not null,
  idem_key        text not null,
  entries_hash    bytea not null,
  effective_on    date not null,
  reverses_id     uuid,
  actor           text not null,
  recorded_at     timestamp with time zone not null,
  constraint journal_tx_pkey PRIMARY KEY (organization_id, id),
  constraint journal_tx_once UNIQUE (organization_id, idem_key),
  constraint journal_tx_organization_id_reverses_id_fkey FOREIGN KEY (organization_id, reverses_id) REFERENCES ledger.journal_tx(organization_id, id)
);
CREATE UNIQUE INDEX journal_tx_reversed_once ON ledger.journal_tx USING btree (organization_id, reverses_id) WHERE (reverses_id IS NOT NULL);
CREATE TRIGGER journal_tx_stays BEFORE DELETE OR UPDATE OR TRUNCATE ON ledger.journal_tx FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

-- tenant: What an organization has with us, per currency: a cache of its entries, changed under its
-- row lock only, never negative.
create table ledger.prepaid_account (
  organization_id uuid not null,
  currency        text not null,
  balance_minor   bigint not null,
  version         bigint not null,
  constraint prepaid_account_pkey PRIMARY KEY (organization_id, currency),
  constraint prepaid_account_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint prepaid_account_version_check CHECK ((version >= 0)),
  constraint prepaid_never_negative CHECK ((balance_minor >= 0))
);

-- --------------------------------------------------------------------------------
-- messages

CREATE OR REPLACE FUNCTION messages.refuse_change_of_content()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if (new.id, new.user_id, new.organization_id, new.letter, new.language, new.address, new.name,
      new.subject, new.sealed_body, new.code, new.key_id, new.signature, new.queued_at,
      new.is_mailbox_only)
    is distinct from
     (old.id, old.user_id, old.organization_id, old.letter, old.language, old.address, old.name,
      old.subject, old.sealed_body, old.code, old.key_id, old.signature, old.queued_at,
      old.is_mailbox_only)
  then
    raise exception 'what a message says never changes' using errcode = 'restrict_violation';
  end if;
  return new;
end $function$;

-- person: Every message that was sent to somebody, as it was sent, with its code and signature
-- (B2). Content never changes; only its delivery does.
create table messages.message (
  id              uuid not null,
  user_id         uuid,
  organization_id uuid,
  letter          text not null,
  language        text not null,
  address         text not null,
  name            text not null default ''::text,
  subject         text not null,
  sealed_body     text not null,
  code            text not null,
  key_id          text not null,
  signature       bytea not null,
  status          text not null,
  tries           integer not null default 0,
  problem         text,
  queued_at       timestamp with time zone not null,
  sent_at         timestamp with time zone,
  failed_at       timestamp with time zone,
  is_mailbox_only boolean not null default false,
  constraint message_pkey PRIMARY KEY (id),
  constraint message_code_once UNIQUE (code),
  constraint message_check CHECK (((status = 'sent'::text) = (sent_at IS NOT NULL))),
  constraint message_check1 CHECK (((status = 'failed'::text) = (failed_at IS NOT NULL))),
  constraint message_status_check CHECK ((status = ANY (ARRAY['queued'::text, 'sending'::text, 'sent'::text, 'kept'::text, 'failed'::text]))),
  constraint message_tries_check CHECK ((tries >= 0))
);
CREATE INDEX message_of_address ON messages.message USING btree (lower(address), id DESC);
CREATE INDEX message_of_user ON messages.message USING btree (user_id, id DESC) WHERE (user_id IS NOT NULL);
CREATE TRIGGER message_content_is_kept BEFORE UPDATE ON messages.message FOR EACH ROW EXECUTE FUNCTION messages.refuse_change_of_content();

-- person: Texts to phones and whether they left. What they say is wiped then; only a sandbox keeps
-- it.
create table messages.sms (
  id        uuid not null,
  user_id   uuid,
  sealed    text,
  status    text not null,
  tries     integer not null default 0,
  problem   text,
  queued_at timestamp with time zone not null,
  dies_at   timestamp with time zone not null,
  sent_at   timestamp with time zone,
  failed_at timestamp with time zone,
  constraint sms_pkey PRIMARY KEY (id),
  constraint sms_check CHECK (((status = 'sent'::text) = (sent_at IS NOT NULL))),
  constraint sms_check1 CHECK (((status = 'failed'::text) = (failed_at IS NOT NULL))),
  constraint sms_check2 CHECK (((status = ANY (ARRAY['sent'::text, 'failed'::text])) = (sealed IS NULL))),
  constraint sms_status_check CHECK ((status = ANY (ARRAY['queued'::text, 'sent'::text, 'kept'::text, 'failed'::text]))),
  constraint sms_tries_check CHECK ((tries >= 0))
);
CREATE INDEX sms_latest ON messages.sms USING btree (id DESC);

-- --------------------------------------------------------------------------------
-- organizations

-- tenant: How an organization shows itself: initials with a colour or a square logo, and one
-- rectangular logo for all services (R97–R107). No row: initials and colour follow the name.
create table organizations.branding (
  organization_id uuid not null,
  initials        text,
  tint            smallint,
  square_image    text,
  wide_image      text,
  wide_width      integer,
  wide_height     integer,
  changed_at      timestamp with time zone not null,
  changed_by      uuid not null,
  constraint branding_pkey PRIMARY KEY (organization_id),
  constraint branding_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organizations.organization(organization_id),
  constraint branding_check CHECK ((num_nonnulls(wide_image, wide_width, wide_height) = ANY (ARRAY[0, 3]))),
  constraint branding_initials_check CHECK (((char_length(initials) >= 1) AND (char_length(initials) <= 2))),
  constraint branding_square_image_check CHECK ((square_image ~ '^[0-9a-f]{64}$'::text)),
  constraint branding_tint_check CHECK (((tint >= 0) AND (tint <= 5))),
  constraint branding_wide_height_check CHECK ((wide_height > 0)),
  constraint branding_wide_image_check CHECK ((wide_image ~ '^[0-9a-f]{64}$'::text)),
  constraint branding_wide_width_check CHECK ((wide_width > 0)),
  constraint square_logo_stands_alone CHECK (((square_image IS NULL) OR (wide_image IS NULL)))
);

-- global, append-only: Which organization a customer number means.
create table organizations.customer_number (
  number          bigint not null,
  organization_id uuid not null,
  constraint customer_number_pkey PRIMARY KEY (number),
  constraint customer_number_organization_id_key UNIQUE (organization_id)
);
CREATE TRIGGER customer_number_is_append_only BEFORE DELETE OR UPDATE ON organizations.customer_number FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

-- tenant, append-only: That an organization was deleted: nobody acts in it again, its books stay.
create table organizations.deletion (
  organization_id uuid not null,
  deleted_at      timestamp with time zone not null,
  deleted_by      uuid not null,
  constraint deletion_pkey PRIMARY KEY (organization_id),
  constraint deletion_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organizations.organization(organization_id)
);
CREATE TRIGGER deletion_is_append_only BEFORE DELETE OR UPDATE ON organizations.deletion FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

-- tenant: Somebody who may become a member (D3). A row waits; accepting, declining, cancelling and,
-- a month after it ran out, closing delete it, in one statement, so that it ends once and nothing
-- is kept of a stranger.
create table organizations.invitation (
  organization_id uuid not null,
  id              uuid not null,
  address         text not null,
  address_key     text not null,
  role            text not null,
  billing_right   boolean not null,
  note            text,
  token_hash      bytea not null,
  invited_by      uuid not null,
  invited_at      timestamp with time zone not null,
  sent_at         timestamp with time zone not null,
  expires_at      timestamp with time zone not null,
  constraint invitation_pkey PRIMARY KEY (organization_id, id),
  constraint invitation_once UNIQUE (organization_id, address_key),
  constraint invitation_token_once UNIQUE (token_hash),
  constraint invitation_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organizations.organization(organization_id),
  constraint invitation_note_check CHECK ((note <> ''::text)),
  constraint invitation_role_check CHECK ((role = ANY (ARRAY['legal_representative'::text, 'administrator'::text, 'collaborator'::text, 'external'::text]))),
  constraint invitation_token_hash_check CHECK ((length(token_hash) = 32))
);
CREATE INDEX invitation_expiry ON organizations.invitation USING btree (expires_at);
CREATE INDEX invitation_of_address ON organizations.invitation USING btree (address_key);

-- person: The organization that a user worked in last; the portal opens there.
create table organizations.last_used (
  user_id         uuid not null,
  organization_id uuid not null,
  chosen_at       timestamp with time zone not null,
  constraint last_used_pkey PRIMARY KEY (user_id)
);

-- tenant: A product that only those who administrate manage for now: what grants and teams give
-- waits.
create table organizations.management_block (
  organization_id uuid not null,
  subscription_id uuid not null,
  reason          text not null,
  blocked_at      timestamp with time zone not null,
  blocked_by      uuid not null,
  constraint management_block_pkey PRIMARY KEY (organization_id, subscription_id),
  constraint management_block_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organizations.organization(organization_id),
  constraint management_block_reason_check CHECK (((reason <> ''::text) AND (char_length(reason) <= 200)))
);

-- tenant: A user who acts in an organization, and as what.
create table organizations.member (
  organization_id    uuid not null,
  user_id            uuid not null,
  role               text not null,
  billing_granted_at timestamp with time zone,
  billing_granted_by uuid,
  joined_at          timestamp with time zone not null,
  invited_by         uuid,
  billing_messages   boolean not null default true,
  product_messages   boolean not null default true,
  constraint member_pkey PRIMARY KEY (organization_id, user_id),
  constraint member_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organizations.organization(organization_id),
  constraint member_check CHECK (((billing_granted_at IS NULL) = (billing_granted_by IS NULL))),
  constraint member_role_check CHECK ((role = ANY (ARRAY['legal_representative'::text, 'administrator'::text, 'collaborator'::text, 'external'::text])))
);
CREATE INDEX member_by_role ON organizations.member USING btree (organization_id, role, joined_at, user_id);
CREATE INDEX member_in_order ON organizations.member USING btree (organization_id, joined_at, user_id);
CREATE INDEX member_of_user ON organizations.member USING btree (user_id, organization_id);

-- tenant: That an organization may order on account (D35): who allowed it, why, until when.
create table organizations.on_account_grant (
  organization_id uuid not null,
  id              uuid not null,
  reason          text not null,
  granted_at      timestamp with time zone not null,
  granted_by      text not null,
  revoked_at      timestamp with time zone,
  revoked_by      text,
  revoked_because text,
  constraint on_account_grant_pkey PRIMARY KEY (organization_id, id),
  constraint on_account_grant_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organizations.organization(organization_id),
  constraint on_account_grant_check CHECK ((num_nonnulls(revoked_at, revoked_by, revoked_because) = ANY (ARRAY[0, 3]))),
  constraint on_account_grant_reason_check CHECK ((reason <> ''::text))
);
CREATE UNIQUE INDEX on_account_grant_once ON organizations.on_account_grant USING btree (organization_id) WHERE (revoked_at IS NULL);

-- tenant: Who owns products and pays for them. Its row is the first lock of everything that happens
-- to it.
create table organizations.organization (
  organization_id uuid not null,
  customer_number bigint not null,
  kind            text not null,
  name            text not null,
  street          text,
  street_number   text,
  postcode        text,
  town            text,
  country         text not null,
  currency        text not null,
  vat_number      text,
  vat_check       text,
  vat_checked_at  timestamp with time zone,
  language        text not null,
  created_at      timestamp with time zone not null,
  created_by      uuid not null,
  phone           text,
  constraint organization_pkey PRIMARY KEY (organization_id),
  constraint organization_check CHECK (((vat_number IS NULL) = (vat_check IS NULL))),
  constraint organization_check1 CHECK ((num_nonnulls(street, street_number, postcode, town) = ANY (ARRAY[0, 4]))),
  constraint organization_country_check CHECK ((country ~ '^[A-Z]{2}$'::text)),
  constraint organization_currency_check CHECK ((currency = ANY (ARRAY['CHF'::text, 'EUR'::text]))),
  constraint organization_kind_check CHECK ((kind = ANY (ARRAY['person'::text, 'company'::text]))),
  constraint organization_language_check CHECK ((language = ANY (ARRAY['es'::text, 'en'::text, 'fr'::text, 'de'::text, 'it'::text]))),
  constraint organization_name_check CHECK ((name <> ''::text)),
  constraint organization_phone_check CHECK ((phone ~ '^\+[1-9][0-9]{4,14}$'::text)),
  constraint organization_vat_check_check CHECK ((vat_check = ANY (ARRAY['valid'::text, 'invalid'::text, 'unknown'::text])))
);
CREATE INDEX organization_name_words ON organizations.organization USING gin (to_tsvector('simple'::regconfig, name));

-- tenant, append-only: What an organization asks of its members when they sign in, each version a
-- row; the latest holds. No row: nothing.
create table organizations.policy (
  organization_id  uuid not null,
  version          integer not null,
  factor_from      date,
  grace_days       smallint,
  methods          text[] not null,
  idle_seconds     integer,
  absolute_seconds integer,
  may_stay         boolean not null,
  saved_at         timestamp with time zone not null,
  saved_by         uuid not null,
  constraint policy_pkey PRIMARY KEY (organization_id, version),
  constraint policy_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organizations.organization(organization_id),
  constraint limited_sessions_do_not_stay CHECK (((NOT may_stay) OR ((idle_seconds IS NULL) AND (absolute_seconds IS NULL)))),
  constraint policy_absolute_seconds_check CHECK ((absolute_seconds > 0)),
  constraint policy_check CHECK (((factor_from IS NULL) = (grace_days IS NULL))),
  constraint policy_grace_days_check CHECK (((grace_days >= 0) AND (grace_days <= 14))),
  constraint policy_idle_seconds_check CHECK ((idle_seconds > 0)),
  constraint policy_methods_check CHECK ((methods <@ ARRAY['passkey'::text, 'totp'::text, 'push'::text, 'sms'::text])),
  constraint policy_version_check CHECK ((version > 0)),
  constraint strong_method_stays CHECK ((methods && ARRAY['passkey'::text, 'totp'::text]))
);
CREATE TRIGGER policy_is_append_only BEFORE DELETE OR UPDATE ON organizations.policy FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

-- tenant, append-only: That a member was told of a version of the policy.
create table organizations.policy_notice (
  organization_id uuid not null,
  version         integer not null,
  user_id         uuid not null,
  sent_at         timestamp with time zone not null,
  constraint policy_notice_pkey PRIMARY KEY (organization_id, version, user_id),
  constraint policy_notice_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organizations.organization(organization_id)
);
CREATE TRIGGER policy_notice_is_append_only BEFORE DELETE OR UPDATE ON organizations.policy_notice FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

-- tenant, append-only: That a member without a second factor was reminded of the day from which one
-- is required.
create table organizations.policy_reminder (
  organization_id uuid not null,
  factor_from     date not null,
  days_before     smallint not null,
  user_id         uuid not null,
  sent_at         timestamp with time zone not null,
  constraint policy_reminder_pkey PRIMARY KEY (organization_id, factor_from, days_before, user_id),
  constraint policy_reminder_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organizations.organization(organization_id),
  constraint policy_reminder_days_before_check CHECK ((days_before > 0))
);
CREATE TRIGGER policy_reminder_is_append_only BEFORE DELETE OR UPDATE ON organizations.policy_reminder FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

-- tenant: A right on one product, held by a member or by a team (D1). It takes the whole
-- subscription.
create table organizations.product_grant (
  organization_id uuid not null,
  member_id       uuid,
  team_id         uuid,
  holder_id       uuid not null generated always as (COALESCE(member_id, team_id)) stored,
  subscription_id uuid not null,
  access          text not null,
  granted_at      timestamp with time zone not null,
  granted_by      uuid not null,
  constraint product_grant_pkey PRIMARY KEY (organization_id, holder_id, subscription_id) INCLUDE (access),
  constraint product_grant_organization_id_member_id_fkey FOREIGN KEY (organization_id, member_id) REFERENCES organizations.member(organization_id, user_id) ON DELETE CASCADE,
  constraint product_grant_organization_id_team_id_fkey FOREIGN KEY (organization_id, team_id) REFERENCES organizations.team(organization_id, id) ON DELETE CASCADE,
  constraint product_grant_access_check CHECK ((access = ANY (ARRAY['see'::text, 'manage'::text]))),
  constraint product_grant_has_one_holder CHECK ((num_nonnulls(member_id, team_id) = 1))
);
CREATE INDEX product_grant_of_product ON organizations.product_grant USING btree (organization_id, subscription_id, holder_id) INCLUDE (access);

-- tenant: Members who hold rights together (N3). What a team may adds up with what its members may.
create table organizations.team (
  organization_id uuid not null,
  id              uuid not null,
  name            text not null,
  tint            smallint not null,
  all_products    text,
  created_at      timestamp with time zone not null,
  created_by      uuid not null,
  constraint team_pkey PRIMARY KEY (organization_id, id),
  constraint team_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organizations.organization(organization_id),
  constraint team_all_products_check CHECK ((all_products = ANY (ARRAY['see'::text, 'manage'::text]))),
  constraint team_name_check CHECK (((name <> ''::text) AND (char_length(name) <= 60))),
  constraint team_tint_check CHECK (((tint >= 0) AND (tint <= 5)))
);
CREATE UNIQUE INDEX team_name_once ON organizations.team USING btree (organization_id, lower(name));

-- tenant: Who belongs to a team, externals too, and who leads it.
create table organizations.team_member (
  organization_id uuid not null,
  team_id         uuid not null,
  user_id         uuid not null,
  leads           boolean not null,
  added_at        timestamp with time zone not null,
  added_by        uuid not null,
  constraint team_member_pkey PRIMARY KEY (organization_id, team_id, user_id),
  constraint team_member_organization_id_team_id_fkey FOREIGN KEY (organization_id, team_id) REFERENCES organizations.team(organization_id, id) ON DELETE CASCADE,
  constraint team_member_organization_id_user_id_fkey FOREIGN KEY (organization_id, user_id) REFERENCES organizations.member(organization_id, user_id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX team_has_one_leader ON organizations.team_member USING btree (organization_id, team_id) WHERE leads;
CREATE INDEX team_of_member ON organizations.team_member USING btree (user_id, organization_id) INCLUDE (team_id, leads);

-- --------------------------------------------------------------------------------
-- platform

CREATE OR REPLACE FUNCTION platform.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception '%.% is append-only', tg_table_schema, tg_table_name
    using errcode = 'restrict_violation';
end $function$;

-- global: the first answer to each Idempotency-Key, given again to its repetitions.
create table platform.idempotency (
  scope        text not null,
  key          text not null,
  request_hash text not null,
  response     jsonb,
  done         boolean not null default false,
  created_at   timestamp with time zone not null,
  constraint idempotency_pkey PRIMARY KEY (scope, key)
);
CREATE INDEX idempotency_created_at ON platform.idempotency USING btree (created_at);

-- global: proves at start that the keys given are those of this database.
create table platform.key_canary (
  kid    text not null,
  sealed text not null,
  constraint key_canary_pkey PRIMARY KEY (kid)
);

-- global, read-only: which migrations this database has seen, and what they said.
create table platform.migration (
  name   text not null,
  sha256 text not null,
  ran_at timestamp with time zone not null default clock_timestamp(),
  constraint migration_pkey PRIMARY KEY (name)
);

-- global: where a sandbox instance stands in time. No row: the machine's clock.
create table platform.test_clock (
  only_row boolean not null default true,
  at       timestamp with time zone not null,
  constraint test_clock_pkey PRIMARY KEY (only_row),
  constraint test_clock_only_row_check CHECK (only_row)
);

-- global: tries that were reserved in the present window of each throttle.
create table platform.throttle (
  key           text not null,
  count         integer not null,
  window_start  timestamp with time zone not null,
  blocked_until timestamp with time zone,
  constraint throttle_pkey PRIMARY KEY (key),
  constraint throttle_count_check CHECK ((count >= 0))
);

-- --------------------------------------------------------------------------------
-- subscriptions

-- tenant, append-only: the days of a subscription that an invoice covers; no day twice.
create table subscriptions.billed_period (
  organization_id uuid not null,
  subscription_id uuid not null,
  period_from     date not null,
  period_to       date not null,
  because         text not null,
  invoice_id      uuid,
  net_minor       bigint not null,
  currency        text not null,
  constraint billed_period_pkey PRIMARY KEY (organization_id, subscription_id, period_from),
  constraint no_day_is_billed_twice EXCLUDE USING gist (organization_id WITH =, subscription_id WITH =, daterange(period_from, period_to) WITH &&),
  constraint billed_period_organization_id_subscription_id_fkey FOREIGN KEY (organization_id, subscription_id) REFERENCES subscriptions.subscription(organization_id, id),
  constraint billed_period_because_check CHECK ((because = ANY (ARRAY['invoiced'::text, 'free'::text, 'moved'::text]))),
  constraint billed_period_check CHECK ((period_to > period_from)),
  constraint billed_period_check1 CHECK (((because = 'invoiced'::text) = (invoice_id IS NOT NULL))),
  constraint billed_period_currency_check CHECK ((currency = ANY (ARRAY['CHF'::text, 'EUR'::text]))),
  constraint billed_period_net_minor_check CHECK ((net_minor >= 0))
);
CREATE TRIGGER billed_period_never_changes BEFORE DELETE OR UPDATE ON subscriptions.billed_period FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

-- tenant: the addresses of a mail service; whoever signs in with one does not leave (R36).
create table subscriptions.mail_address (
  organization_id uuid not null,
  subscription_id uuid not null,
  address         text not null,
  added_at        timestamp with time zone not null,
  added_by        uuid not null,
  constraint mail_address_pkey PRIMARY KEY (organization_id, subscription_id, address),
  constraint mail_address_organization_id_subscription_id_fkey FOREIGN KEY (organization_id, subscription_id) REFERENCES subscriptions.subscription(organization_id, id),
  constraint mail_address_address_check CHECK (((address = lower(address)) AND (address ~~ '%_@_%'::text)))
);
CREATE INDEX mail_address_anywhere ON subscriptions.mail_address USING btree (address, organization_id);

-- tenant, append-only: that a product left for another organization or came from one; a row each.
create table subscriptions.move (
  organization_id       uuid not null,
  id                    uuid not null,
  direction             text not null,
  subscription_id       uuid not null,
  other_organization_id uuid not null,
  other_subscription_id uuid not null,
  other_name            text not null,
  moved_at              timestamp with time zone not null,
  moved_by              uuid not null,
  constraint move_pkey PRIMARY KEY (organization_id, id),
  constraint move_organization_id_subscription_id_direction_key UNIQUE (organization_id, subscription_id, direction),
  constraint move_organization_id_subscription_id_fkey FOREIGN KEY (organization_id, subscription_id) REFERENCES subscriptions.subscription(organization_id, id),
  constraint move_check CHECK ((other_organization_id <> organization_id)),
  constraint move_direction_check CHECK ((direction = ANY (ARRAY['out'::text, 'in'::text])))
);
CREATE TRIGGER move_never_changes BEFORE DELETE OR UPDATE ON subscriptions.move FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

-- tenant: a link by which another organization takes a product over, once, within its days.
create table subscriptions.move_link (
  organization_id uuid not null,
  id              uuid not null,
  subscription_id uuid not null,
  token_hash      bytea not null,
  made_at         timestamp with time zone not null,
  made_by         uuid not null,
  expires_at      timestamp with time zone not null,
  ended_at        timestamp with time zone,
  ended_because   text,
  constraint move_link_pkey PRIMARY KEY (organization_id, id),
  constraint move_link_organization_id_token_hash_key UNIQUE (organization_id, token_hash),
  constraint move_link_organization_id_subscription_id_fkey FOREIGN KEY (organization_id, subscription_id) REFERENCES subscriptions.subscription(organization_id, id),
  constraint move_link_check CHECK (((ended_at IS NULL) = (ended_because IS NULL))),
  constraint move_link_ended_because_check CHECK ((ended_because = ANY (ARRAY['used'::text, 'withdrawn'::text, 'replaced'::text]))),
  constraint move_link_token_hash_check CHECK ((length(token_hash) = 32))
);
CREATE UNIQUE INDEX move_link_open ON subscriptions.move_link USING btree (organization_id, subscription_id) WHERE (ended_at IS NULL);

-- tenant: a wish to buy, paid in advance through its pro-forma or invoiced at once on account.
create table subscriptions.order (
  organization_id uuid not null,
  id              uuid not null,
  number          integer not null,
  state           text not null,
  payment         text not null,
  currency        text not null,
  net_minor       bigint not null,
  gross_minor     bigint not null,
  treatment       text not null,
  vat_rows        jsonb not null,
  address_id      uuid,
  pro_forma_id    uuid,
  invoice_id      uuid,
  placed_at       timestamp with time zone not null,
  constraint order_pkey PRIMARY KEY (organization_id, id),
  constraint order_organization_id_number_key UNIQUE (organization_id, number),
  constraint order_check CHECK ((gross_minor >= net_minor)),
  constraint order_check1 CHECK (((payment = 'in_advance'::text) = (pro_forma_id IS NOT NULL))),
  constraint order_currency_check CHECK ((currency = ANY (ARRAY['CHF'::text, 'EUR'::text]))),
  constraint order_net_minor_check CHECK ((net_minor >= 0)),
  constraint order_number_check CHECK ((number > 0)),
  constraint order_payment_check CHECK ((payment = ANY (ARRAY['in_advance'::text, 'on_account'::text, 'free'::text]))),
  constraint order_state_check CHECK ((state = ANY (ARRAY['open'::text, 'started'::text, 'cancelled'::text, 'expired'::text])))
);
CREATE INDEX order_by_state ON subscriptions."order" USING btree (organization_id, state, number DESC);

-- tenant, append-only: when an order became what it is, and through whom.
create table subscriptions.order_change (
  organization_id uuid not null,
  order_id        uuid not null,
  to_state        text not null,
  at              timestamp with time zone not null,
  by_kind         text not null,
  by_id           uuid,
  constraint order_change_pkey PRIMARY KEY (organization_id, order_id, to_state),
  constraint order_change_organization_id_order_id_fkey FOREIGN KEY (organization_id, order_id) REFERENCES subscriptions."order"(organization_id, id),
  constraint order_change_by_kind_check CHECK ((by_kind = ANY (ARRAY['user'::text, 'staff'::text, 'system'::text]))),
  constraint order_change_to_state_check CHECK ((to_state = ANY (ARRAY['open'::text, 'started'::text, 'cancelled'::text, 'expired'::text])))
);
CREATE TRIGGER order_change_never_changes BEFORE DELETE OR UPDATE ON subscriptions.order_change FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

-- tenant, append-only: one line of an order with the price at which it was ordered.
create table subscriptions.order_item (
  organization_id     uuid not null,
  id                  uuid not null,
  order_id            uuid not null,
  position            integer not null,
  product             text not null,
  kind                text not null,
  offer               text not null,
  product_name        jsonb not null,
  offer_name          jsonb not null,
  period              text not null,
  quantity            integer not null,
  warranty            boolean not null,
  minimum_term_months integer not null,
  configuration       jsonb not null,
  label               text not null,
  vat_category        text not null,
  unit_minor          bigint not null,
  steps               jsonb not null,
  net_minor           bigint not null,
  constraint order_item_pkey PRIMARY KEY (organization_id, id),
  constraint order_item_organization_id_order_id_position_key UNIQUE (organization_id, order_id, "position"),
  constraint order_item_organization_id_order_id_fkey FOREIGN KEY (organization_id, order_id) REFERENCES subscriptions."order"(organization_id, id),
  constraint order_item_minimum_term_months_check CHECK ((minimum_term_months >= 0)),
  constraint order_item_net_minor_check CHECK ((net_minor >= 0)),
  constraint order_item_period_check CHECK ((period = ANY (ARRAY['month'::text, 'year'::text]))),
  constraint order_item_position_check CHECK (("position" > 0)),
  constraint order_item_quantity_check CHECK ((quantity > 0)),
  constraint order_item_unit_minor_check CHECK ((unit_minor >= 0))
);
CREATE TRIGGER order_item_never_changes BEFORE DELETE OR UPDATE ON subscriptions.order_item FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

-- tenant: who of the members uses a suite; while the suite runs they do not leave (R35).
create table subscriptions.place (
  organization_id uuid not null,
  subscription_id uuid not null,
  user_id         uuid not null,
  given_at        timestamp with time zone not null,
  given_by        uuid not null,
  constraint place_pkey PRIMARY KEY (organization_id, subscription_id, user_id),
  constraint place_organization_id_subscription_id_fkey FOREIGN KEY (organization_id, subscription_id) REFERENCES subscriptions.subscription(organization_id, id)
);
CREATE INDEX place_of_user ON subscriptions.place USING btree (user_id, organization_id);

-- tenant: the making of a product outside Atrio: asked for, tried, done or failed.
create table subscriptions.provisioning (
  organization_id uuid not null,
  subscription_id uuid not null,
  state           text not null,
  tries           integer not null default 0,
  last_problem    text,
  result          jsonb not null default '{}'::jsonb,
  requested_at    timestamp with time zone not null,
  finished_at     timestamp with time zone,
  constraint provisioning_pkey PRIMARY KEY (organization_id, subscription_id),
  constraint provisioning_organization_id_subscription_id_fkey FOREIGN KEY (organization_id, subscription_id) REFERENCES subscriptions.subscription(organization_id, id),
  constraint provisioning_check CHECK (((state = 'waiting'::text) = (finished_at IS NULL))),
  constraint provisioning_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'done'::text, 'failed'::text]))),
  constraint provisioning_tries_check CHECK ((tries >= 0))
);
CREATE INDEX provisioning_failed ON subscriptions.provisioning USING btree (finished_at) WHERE (state = 'failed'::text);

-- tenant: one product bought by one organization, with its periods and what it is configured as.
create table subscriptions.subscription (
  organization_id  uuid not null,
  id               uuid not null,
  order_item_id    uuid,
  product          text not null,
  kind             text not null,
  offer            text not null,
  product_name     jsonb not null,
  offer_name       jsonb not null,
  label            text not null,
  configuration    jsonb not null,
  period           text not null,
  quantity         integer not null,
  currency         text not null,
  state            text not null,
  anchor           date not null,
  periods_paid     integer not null,
  paid_until       date not null,
  renewal_warranty boolean not null,
  earliest_end     date,
  created_at       timestamp with time zone not null,
  move_id          uuid,
  constraint subscription_pkey PRIMARY KEY (organization_id, id),
  constraint subscription_organization_id_order_item_id_key UNIQUE (organization_id, order_item_id),
  constraint subscription_organization_id_order_item_id_fkey FOREIGN KEY (organization_id, order_item_id) REFERENCES subscriptions.order_item(organization_id, id),
  constraint subscription_came_one_way CHECK ((num_nonnulls(order_item_id, move_id) = 1)),
  constraint subscription_check CHECK ((paid_until > anchor)),
  constraint subscription_currency_check CHECK ((currency = ANY (ARRAY['CHF'::text, 'EUR'::text]))),
  constraint subscription_period_check CHECK ((period = ANY (ARRAY['month'::text, 'year'::text]))),
  constraint subscription_periods_paid_check CHECK ((periods_paid >= 1)),
  constraint subscription_quantity_check CHECK ((quantity > 0)),
  constraint subscription_state_check CHECK ((state = ANY (ARRAY['provisioning'::text, 'active'::text, 'failed'::text, 'ended'::text, 'moved'::text])))
);
CREATE INDEX subscription_by_paid_until ON subscriptions.subscription USING btree (organization_id, paid_until, id);
