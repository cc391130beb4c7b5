// Generated from the migrations by `npm run tables`. Do not edit.
import type { Day } from '#kernel/calendar.ts';
import { schemaOf } from '#platform/database/tx.ts';

export type LedgerTables = {
  /**
   * tenant, append-only: The places where money can be. No balance is kept: system accounts are
   * sums over organizations, so that nothing hot is locked.
   */
  'ledger.account': {
    organization_id: string;
    kind:
      | 'bank'
      | 'bank-batch'
      | 'suspense'
      | 'suspense-outgoing'
      | 'receivable'
      | 'prepaid'
      | 'revenue'
      | 'vat'
      | 'equity-opening'
      | 'fees'
      | 'rounding'
      | 'write-off'
      | 'cashback'
      | 'gateway';
    owner: string;
    currency: string;
    opened_at: Date;
  };
  /**
   * tenant, append-only: What one movement takes from or gives to one account. All entries of a
   * movement arrive in one statement.
   */
  'ledger.journal_entry': {
    organization_id: string;
    tx_id: string;
    seq: number;
    account_kind: string;
    account_owner: string;
    currency: string;
    minor: bigint;
  };
  /**
   * tenant, append-only: One movement of money with its source; its entries add up to zero in every
   * currency.
   */
  'ledger.journal_tx': {
    organization_id: string;
    id: string;
    kind: string;
    source_kind: string;
    source_id: string;
    idem_key: string;
    entries_hash: Buffer;
    effective_on: Day;
    reverses_id: string | null;
    actor: string;
    recorded_at: Date;
  };
  /**
   * tenant: What an organization has with us, per currency: a cache of its entries, changed under
   * its row lock only, never negative.
   */
  'ledger.prepaid_account': {
    organization_id: string;
    currency: string;
    balance_minor: bigint;
    version: bigint;
  };
};

/** Opens this module's own tables in a transaction. */
export const ledger = schemaOf<LedgerTables>();
