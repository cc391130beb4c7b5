export { addAddress } from './addresses/add-address.ts';
export { addressOf } from './addresses/address-of.ts';
export type { AddressId, PostalAddress } from './addresses/address.rules.ts';
export { bankInvariants } from './bank/audit/bank-invariants.ts';
export { registerBankAccount, type NewBankAccount } from './bank/accounts/register-bank-account.ts';
export type { BankFile, BankFileId } from './bank/files/bank-file.rules.ts';
export { importBankFile } from './bank/files/import-bank-file.ts';
export { bankFile, bankProblems } from './bank/files/list-bank-files.ts';
export { sandboxWays, type SandboxWish } from './bank/sandbox/sandbox-payment.rules.ts';
export { writeSandboxStatement } from './bank/sandbox/write-sandbox-statement.ts';
export { workBankFile } from './bank/work/work-bank-file.ts';
export { billingInvariants } from './audit/billing-invariants.ts';
export { daysToPay, type InvoiceId } from './invoices/invoice.rules.ts';
export { issueInvoice, type InvoiceWish } from './invoices/issue/issue-invoice.ts';
export { readInvoice } from './invoices/read-invoice.ts';
export { billingModule } from './module.ts';
export { lockPayable, lockPayables } from './payments/lock-payable.ts';
export { paymentRequestExpired, paymentRequestSettled } from './payments/news.ts';
export type {
  Payable,
  PayableInvoice,
  PayableProForma,
  PayableState,
} from './payments/payable.rules.ts';
export { notPayable } from './payments/payable.rules.ts';
export {
  settleInvoiceByBank,
  settleInvoicesByBank,
  settleProFormaByBank,
  settleProFormasByBank,
  type BankPayment,
} from './payments/settle-by-bank.ts';
export { creditPrepaid, creditPrepaidAll, type PrepaidCredit } from './prepaid/credit-prepaid.ts';
export { isCurrencyInUse } from './prepaid/currency-in-use.ts';
export { billingHolds } from './prepaid/what-holds.ts';
export { payInvoiceFromPrepaid, payProFormaFromPrepaid } from './prepaid/pay-from-prepaid.ts';
export type { PrepaidReason, PrepaidUse } from './prepaid/prepaid.rules.ts';
export { createProForma, requestTopUp, type ProFormaWish } from './pro-formas/create-pro-forma.ts';
export { cancelProForma } from './pro-formas/end-pro-forma.ts';
export type { ProForma, ProFormaId, ProFormaState } from './pro-formas/pro-forma.rules.ts';
export { readProForma } from './pro-formas/read-pro-forma.ts';
export { isQrReference, isRfReference, normalReference } from './references/reference.rules.ts';
export { findReferences } from './references/reference.store.ts';
export { loadSeller, sellerOf } from './seller/load-seller.ts';
export { sellerFigures, type Seller, type SellerFigures } from './seller/seller.rules.ts';
export { loadVatRates, vatRateFigures } from './tax/load-vat-rates.ts';
export { priceDocument, taxFor, type Tax } from './tax/price-document.ts';
export type { DraftLine, Priced } from './tax/priced.rules.ts';
export { presentPriced } from './tax/stored-priced.rules.ts';
