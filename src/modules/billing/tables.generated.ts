// Generated from the migrations by `npm run tables`. Do not edit.
import type { Generated } from 'kysely';
import type { Day } from '#kernel/calendar.ts';
import { schemaOf } from '#platform/database/tx.ts';

export type BillingTables = {
  /**
   * tenant: Further addresses that documents can be made out to. Documents keep a copy, so a change
   * touches none.
   */
  'billing.address': {
    organization_id: string;
    id: string;
    name: string;
    attention: string | null;
    street: string;
    number: string;
    postcode: string;
    town: string;
    country: string;
    changed_at: Date;
  };
  /** tenant, append-only: Which money paid which invoice. */
  'billing.allocation': {
    organization_id: string;
    id: string;
    invoice_id: string;
    minor: bigint;
    means: 'bank' | 'prepaid';
    source_kind: string;
    source_id: string;
    journal_id: string;
    paid_on: Day;
    allocated_at: Date;
  };
  /** global: our own bank accounts with the balance that Atrio began with */
  'billing.bank_account': {
    id: string;
    name: string;
    number: string;
    qr_iban: string | null;
    opening_minor: bigint;
    currency: string;
    opening_on: Day;
    registered_at: Date;
    registered_by: string;
  };
  /** global, append-only: movements of cash on our bank accounts, each once */
  'billing.bank_entry': {
    id: string;
    account_id: string;
    base: string;
    number: number;
    statement_id: string;
    ordinal: number;
    direction: 'credit' | 'debit';
    reversal: boolean;
    minor: bigint;
    currency: string;
    booked_on: Day;
    value_on: Day | null;
    reference: string | null;
    bank_code: string;
    text: string;
    hint: string;
    announced: number | null;
    batched: boolean;
  };
  /** global, append-only: further spellings of entries in another kind of message */
  'billing.bank_entry_alias': {
    account_id: string;
    base: string;
    entry_id: string;
  };
  /** global: received bank files, their progress and result */
  'billing.bank_file': {
    id: string;
    sha256: string;
    name: string;
    size_bytes: bigint;
    state: 'received' | 'working' | 'done' | 'refused';
    refusal_code: string | null;
    refusal_facts: unknown;
    entries: Generated<number>;
    entries_done: Generated<number>;
    pieces_done: Generated<number>;
    settled: Generated<number>;
    prepaid: Generated<number>;
    suspense: Generated<number>;
    outgoing: Generated<number>;
    charges: Generated<number>;
    waiting: Generated<number>;
    known: Generated<number>;
    ignored: Generated<number>;
    refused: Generated<number>;
    received_at: Date;
    received_by: string;
    finished_at: Date | null;
  };
  /** global, append-only: payments on our bank accounts, one row each, content never changed */
  'billing.bank_line': {
    id: string;
    entry_id: string;
    position: number;
    account_id: string;
    direction: 'credit' | 'debit';
    minor: bigint;
    currency: string;
    booked_on: Day;
    returned: boolean;
    reference: string | null;
    text: string;
    payer_name: string | null;
    payer_iban: string | null;
    end_to_end: string | null;
    content: string;
  };
  /** global, append-only: where the money of each bank line went, step by step */
  'billing.bank_outcome': {
    line_id: string;
    step: number;
    part: number;
    place: 'settled-invoice' | 'settled-pro-forma' | 'prepaid' | 'suspense' | 'outgoing' | 'charge';
    because: string | null;
    found_by: 'reference' | 'text' | 'payer' | 'staff' | null;
    organization_id: string | null;
    target_id: string | null;
    minor: bigint;
    decided_at: Date;
    decided_by: string;
  };
  /** global: entries and documents of a bank file that were left out, each with its reason */
  'billing.bank_problem': {
    file_id: string;
    ordinal: number;
    kind: string;
    entry: number | null;
    facts: unknown;
  };
  /** global, append-only: statements that told of an entry again */
  'billing.bank_sighting': {
    entry_id: string;
    statement_id: string;
  };
  /** global, append-only: statements as read, with the proof opening + entries = closing */
  'billing.bank_statement': {
    id: string;
    file_id: string;
    ordinal: number;
    account_number: string;
    document: string;
    message: string;
    kind: 'statement' | 'notification';
    statement: string;
    sequence: bigint | null;
    period: number | null;
    entries: number;
    opening_on: Day | null;
    closing_on: Day | null;
    opening_minor: bigint | null;
    closing_minor: bigint | null;
    currency: string | null;
    proof: 'proven' | 'differs' | 'unprovable';
    difference_minor: bigint | null;
  };
  /** tenant: The address that is proposed; without a row, the organization's own. */
  'billing.default_address': {
    organization_id: string;
    address_id: string;
  };
  /**
   * tenant, append-only: The PDF of an invoice or pro-forma, by the SHA-256 of its bytes: what was
   * handed out once is handed out again.
   */
  'billing.document': {
    organization_id: string;
    subject_kind: 'invoice' | 'pro-forma';
    subject_id: string;
    language: string;
    hash: string;
    size_bytes: bigint;
    made_at: Date;
  };
  /**
   * tenant, append-only: What is owed, as issued. It is corrected by credit notes, never edited.
   */
  'billing.invoice': {
    organization_id: string;
    id: string;
    number: string;
    year: number;
    serial: bigint;
    reference: string;
    subject_kind: string;
    subject_id: string;
    pro_forma_id: string | null;
    language: string;
    currency: string;
    net_minor: bigint;
    vat_minor: bigint;
    gross_minor: bigint;
    treatment: 'charged' | 'reverse-charge' | 'out-of-scope';
    buyer: unknown;
    seller_version: number;
    issued_on: Day;
    due_on: Day;
    issued_at: Date;
  };
  /** tenant, append-only: One product on an invoice, with the steps that explain its price. */
  'billing.invoice_line': {
    organization_id: string;
    invoice_id: string;
    position: number;
    product_code: string;
    subject_kind: string;
    subject_id: string;
    text: unknown;
    quantity: number;
    unit_minor: bigint;
    steps: unknown;
    net_minor: bigint;
    vat_category: string;
    vat_code: 'S' | 'Z' | 'AE' | 'O';
    vat_country: string;
    basis_points: number;
    period_from: Day | null;
    period_to: Day | null;
  };
  /** global, append-only: Which invoice has a number: no number twice, whatever the code does. */
  'billing.invoice_number': {
    series: string;
    year: number;
    serial: bigint;
    organization_id: string;
    invoice_id: string;
  };
  /**
   * tenant: What is still owed of an invoice: a cache of its allocations, changed under its row
   * lock only.
   */
  'billing.invoice_standing': {
    organization_id: string;
    invoice_id: string;
    state: 'open' | 'paid';
    gross_minor: bigint;
    open_minor: bigint;
    issued_on: Day;
    due_on: Day;
    paid_on: Day | null;
  };
  /** tenant, append-only: The tax of one rate on an invoice, rounded once. */
  'billing.invoice_vat': {
    organization_id: string;
    invoice_id: string;
    vat_code: 'S' | 'Z' | 'AE' | 'O';
    vat_country: string;
    basis_points: number;
    base_minor: bigint;
    vat_minor: bigint;
  };
  /** global: The last number given out; its row is locked by whoever issues, as the last lock. */
  'billing.number_series': {
    series: string;
    year: number;
    last_no: bigint;
    last_on: Day;
  };
  /**
   * global, append-only: IBANs from which an organization has paid before; a proposal, never a
   * proof
   */
  'billing.payer_iban': {
    iban: string;
    organization_id: string;
    bound_at: Date;
  };
  /**
   * tenant: payments that their organization is still to be told of; the row goes when the letter
   * is queued
   */
  'billing.payment_notice': {
    organization_id: string;
    journal_id: string;
    letter: 'invoice-paid' | 'money-on-prepaid';
    facts: unknown;
    noted_at: Date;
  };
  /**
   * global, append-only: Every reference ever drawn. An old one that arrives years later still says
   * whose money it is.
   */
  'billing.payment_reference': {
    ref: string;
    kind: 'invoice' | 'pro-forma' | 'top-up';
    organization_id: string;
    subject_id: string;
    drawn_at: Date;
  };
  /**
   * tenant, append-only: Money in and out of an organization's prepaid account, each line with its
   * reason. A mistake is corrected by a further line.
   */
  'billing.prepaid_line': {
    organization_id: string;
    id: string;
    currency: string;
    position: bigint;
    minor: bigint;
    balance_after_minor: bigint;
    because: string;
    facts: unknown;
    source_kind: string;
    source_id: string;
    journal_id: string;
    booked_on: Day;
    booked_at: Date;
  };
  /**
   * tenant, append-only: What an order or a top-up costs, frozen: amounts, tax, address, and a
   * reference of its own.
   */
  'billing.pro_forma': {
    organization_id: string;
    id: string;
    kind: 'order' | 'top-up';
    subject_id: string;
    reference: string;
    language: string;
    currency: string;
    net_minor: bigint;
    vat_minor: bigint;
    gross_minor: bigint;
    priced: unknown;
    buyer: unknown;
    seller_version: number;
    made_on: Day;
    expires_on: Day;
    made_at: Date;
  };
  /**
   * tenant: How a pro-forma stands now: it leaves "open" once, to one end. What it says never
   * changes.
   */
  'billing.pro_forma_standing': {
    organization_id: string;
    pro_forma_id: string;
    state: 'open' | 'settled' | 'cancelled' | 'expired';
    kind: 'order' | 'top-up';
    made_on: Day;
    expires_on: Day;
    ended_on: Day | null;
    ended_at: Date | null;
    ended_by: string | null;
    invoice_id: string | null;
  };
  /**
   * global, append-only: Who sells, as documents print it. A change is a new version; documents
   * keep theirs.
   */
  'billing.seller': {
    version: number;
    figures: unknown;
    created_at: Date;
  };
  /** global, append-only: Where customers pay, per currency; with a QR-IBAN by QR reference. */
  'billing.seller_account': {
    seller_version: number;
    currency: 'CHF' | 'EUR';
    iban: string;
    qr_iban: string | null;
    reference_prefix: string;
  };
  /** global: Tax rates by country, category and date of supply. No rate stands in code. */
  'billing.vat_rate': {
    country: string;
    category: 'standard' | 'reduced' | 'lodging';
    valid_from: Day;
    valid_to: Day | null;
    basis_points: number;
  };
  /** global: decisions about bank money that need a person, open and resolved */
  'billing.work_item': {
    id: string;
    kind: string;
    subject: string;
    line_id: string | null;
    entry_id: string | null;
    account_id: string | null;
    minor: bigint | null;
    currency: string | null;
    facts: unknown;
    proposed_organization_id: string | null;
    proposed_reference: string | null;
    state: 'open' | 'resolved';
    opened_at: Date;
    resolved_at: Date | null;
    resolved_by: string | null;
    outcome: string | null;
    reason: string | null;
  };
};

/** Opens this module's own tables in a transaction. */
export const billing = schemaOf<BillingTables>();
