// Writes statements as a bank would, for sandbox instances, tests and benchmarks: camt.053.001.08.
import type { Day } from '#kernel/calendar.ts';
import { toDecimal, type Money } from '#kernel/money.ts';

export type WrittenPayment = {
  readonly amount: Money;
  readonly direction?: 'credit' | 'debit';
  readonly bookedOn: Day;
  /** The bank's own reference of the entry; without one it is recognized by what it says. */
  readonly serviceReference?: string;
  readonly reference?: string;
  readonly text?: string;
  readonly payer?: string;
  readonly payerIban?: string;
};

export type WrittenStatement = {
  readonly id: string;
  readonly sequence: bigint;
  readonly createdAt: string;
  readonly account: string;
  readonly opening: Money;
  readonly openingOn: Day;
  readonly closing: Money;
  readonly closingOn: Day;
};

export const camtHead = (id: string, createdAt: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08">
<BkToCstmrStmt>
<GrpHdr><MsgId>${escaped(id)}</MsgId><CreDtTm>${createdAt}</CreDtTm></GrpHdr>
`;

export const camtFoot = '</BkToCstmrStmt>\n</Document>\n';

/** A statement up to its entries. */
export function statementHead(statement: WrittenStatement): string {
  const { opening, closing } = statement;
  return `<Stmt>
<Id>${escaped(statement.id)}</Id>
<ElctrncSeqNb>${statement.sequence}</ElctrncSeqNb>
<CreDtTm>${statement.createdAt}</CreDtTm>
<Acct><Id><IBAN>${escaped(statement.account)}</IBAN></Id><Ccy>${opening.currency}</Ccy></Acct>
${balance('OPBD', opening, statement.openingOn)}
${balance('CLBD', closing, statement.closingOn)}
`;
}

export const statementFoot = '</Stmt>\n';

function balance(code: string, amount: Money, on: Day): string {
  const size = { ...amount, minor: amount.minor < 0n ? -amount.minor : amount.minor };
  return (
    `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp>${amountElement(size)}` +
    `<CdtDbtInd>${amount.minor < 0n ? 'DBIT' : 'CRDT'}</CdtDbtInd><Dt><Dt>${on}</Dt></Dt></Bal>`
  );
}

/** One entry with one payment in it. */
export function entryElement(payment: WrittenPayment): string {
  const { amount, bookedOn, serviceReference } = payment;
  const direction = payment.direction === 'debit' ? 'DBIT' : 'CRDT';
  const family = direction === 'CRDT' ? ['RCDT', 'VCOM'] : ['ICDT', 'DMCT'];
  const bankReference = tag('AcctSvcrRef', serviceReference);
  return `<Ntry>${amountElement(amount)}<CdtDbtInd>${direction}</CdtDbtInd>
<RvslInd>false</RvslInd><Sts><Cd>BOOK</Cd></Sts>
<BookgDt><Dt>${bookedOn}</Dt></BookgDt><ValDt><Dt>${bookedOn}</Dt></ValDt>${bankReference}
<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>${family[0]}</Cd><SubFmlyCd>${family[1]}</SubFmlyCd></Fmly></Domn></BkTxCd>
<NtryDtls><TxDtls><Refs>${bankReference}<EndToEndId>NOTPROVIDED</EndToEndId></Refs>
${amountElement(amount)}<CdtDbtInd>${direction}</CdtDbtInd>
${parties(payment)}${remittance(payment)}</TxDtls></NtryDtls></Ntry>
`;
}

function parties({ payer, payerIban, direction }: WrittenPayment): string {
  if (payer === undefined) return '';
  const role = direction === 'debit' ? 'Cdtr' : 'Dbtr';
  const account = payerIban === undefined ? '' : `<Id>${tag('IBAN', payerIban)}</Id>`;
  const holder = account === '' ? '' : `<${role}Acct>${account}</${role}Acct>`;
  return `<RltdPties><${role}><Pty>${tag('Nm', payer)}</Pty></${role}>${holder}</RltdPties>\n`;
}

function remittance({ reference, text }: WrittenPayment): string {
  if (reference === undefined && text === undefined) return '';
  return `<RmtInf>${tag('Ustrd', text)}${structured(reference)}</RmtInf>\n`;
}

function structured(reference: string | undefined): string {
  if (reference === undefined) return '';
  const type = reference.startsWith('RF') ? '<Cd>SCOR</Cd>' : '<Prtry>QRR</Prtry>';
  return (
    `<Strd><CdtrRefInf><Tp><CdOrPrtry>${type}</CdOrPrtry></Tp>` +
    `${tag('Ref', reference)}</CdtrRefInf></Strd>`
  );
}

const amountElement = (amount: Money): string =>
  `<Amt Ccy="${amount.currency}">${toDecimal(amount)}</Amt>`;

const tag = (name: string, text: string | undefined): string =>
  text === undefined ? '' : `<${name}>${escaped(text)}</${name}>`;

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
