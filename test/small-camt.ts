// Small statements written by hand: one oddity each, as real banks write them.
export const anAccount = '<Acct><Id><IBAN>CH5800791123000889012</IBAN></Id></Acct>';

/** A document of entries, with every part replaceable. */
export function document(
  entries: string,
  {
    namespace = ' xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.04"',
    head = '',
    prolog = '<?xml version="1.0" encoding="UTF-8"?>',
    account = anAccount,
    statement = '<Id>S1</Id><CreDtTm>2026-03-31T18:00:00</CreDtTm>',
  } = {},
): string {
  return `${prolog}<Document${namespace}><BkToCstmrStmt><GrpHdr><MsgId>M</MsgId></GrpHdr>
    <Stmt>${statement}${account}${head}${entries}</Stmt></BkToCstmrStmt></Document>`;
}

export type EntryParts = {
  readonly amount?: string;
  readonly currency?: string;
  readonly direction?: 'CRDT' | 'DBIT';
  readonly status?: string;
  readonly booked?: string;
  readonly reference?: string;
  readonly reversal?: boolean;
  readonly batch?: string;
  readonly charges?: string;
  readonly text?: string;
  /** `TxDtls`, or undefined for no `NtryDtls` at all. */
  readonly details?: readonly string[] | undefined;
};

export function entry(parts: EntryParts = {}): string {
  const { amount = '120.00', currency = 'CHF', direction = 'CRDT', status = 'BOOK' } = parts;
  const { booked = '<Dt>2026-03-31</Dt>', details = [detail()], batch = '' } = parts;
  const reference =
    parts.reference === undefined ? '' : `<AcctSvcrRef>${parts.reference}</AcctSvcrRef>`;
  const inside = 'details' in parts && parts.details === undefined ? '' : details.join('');
  const holder = inside || batch ? `<NtryDtls>${batch}${inside}</NtryDtls>` : '';
  const text = parts.text === undefined ? '' : `<AddtlNtryInf>${parts.text}</AddtlNtryInf>`;
  return `<Ntry><Amt Ccy="${currency}">${amount}</Amt><CdtDbtInd>${direction}</CdtDbtInd>
    ${parts.reversal ? '<RvslInd>true</RvslInd>' : ''}<Sts>${status}</Sts>
    <BookgDt>${booked}</BookgDt><ValDt><Dt>2026-03-31</Dt></ValDt>${reference}
    <BkTxCd/>${parts.charges ?? ''}${holder}${text}</Ntry>`;
}

export type DetailParts = {
  readonly refs?: string;
  readonly amount?: string;
  readonly structured?: string;
  readonly text?: string;
  readonly payer?: string;
  readonly returned?: string;
};

export function detail(parts: DetailParts = {}): string {
  const { refs = '<EndToEndId>NOTPROVIDED</EndToEndId>', amount = '', structured = '' } = parts;
  const text = parts.text === undefined ? '' : `<Ustrd>${parts.text}</Ustrd>`;
  const remittance = text || structured ? `<RmtInf>${text}${structured}</RmtInf>` : '';
  const payer =
    parts.payer === undefined ? '' : `<RltdPties><Dbtr><Nm>${parts.payer}</Nm></Dbtr></RltdPties>`;
  return `<TxDtls><Refs>${refs}</Refs>${amount}${payer}${remittance}${parts.returned ?? ''}</TxDtls>`;
}

/** A structured reference of any type, or of none. */
export function structured(reference: string, type = ''): string {
  return `<Strd><CdtrRefInf>${type}<Ref>${reference}</Ref></CdtrRefInf></Strd>`;
}
