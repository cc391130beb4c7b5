export {
  accountKinds,
  type AccountKind,
  type AccountRef,
  type Holder,
  type PrepaidBalance,
} from './accounts/account.rules.ts';
export { lockPrepaid, prepaidBalance, prepaidBalances } from './accounts/prepaid-account.store.ts';
export { audit, type Invariant } from './audit/invariant.ts';
export { ledgerInvariants } from './audit/ledger-invariants.ts';
export { accountTotals } from './audit/ledger-audit.store.ts';
export type { Violation } from './audit/violation.rules.ts';
export { post, postAll } from './journal/post.ts';
export {
  reversalOf,
  type Entry,
  type JournalId,
  type Posted,
  type Posting,
} from './journal/posting.rules.ts';
export { ledgerModule } from './module.ts';
