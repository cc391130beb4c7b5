import { readDetail, type Detail } from './detail.rules.ts';
import type { Unreadable } from './amount.rules.ts';
import type { Element } from './element.rules.ts';
import { readEntry, type EntryHead } from './entry.rules.ts';
import {
  readBalances,
  readStatement,
  type Balances,
  type StatementHead,
} from './statement.rules.ts';
import { limits, notAStatement, tooDeep, tooManyElements } from './unreadable-file.rules.ts';

export type MessageKind = 'statement' | 'notification' | 'report';

/** What a document says, piece by piece: a batch of any length comes in several pieces. */
export type CamtItem =
  | {
      readonly kind: 'document';
      readonly type: MessageKind;
      /** `camt.053.001.08`, or what the container says when there is no namespace. */
      readonly message: string;
      readonly hasNamespace: boolean;
    }
  | { readonly kind: 'statement'; readonly head: StatementHead }
  | {
      readonly kind: 'piece';
      readonly head: EntryHead | Unreadable;
      /** Position of the first detail in the entry. */
      readonly first: number;
      readonly details: readonly Detail[];
      readonly isLast: boolean;
    }
  | { readonly kind: 'statement-end'; readonly balances: Balances };

const containers: ReadonlyMap<string, { type: MessageKind; statement: string; message: string }> =
  new Map([
    ['BkToCstmrStmt', { type: 'statement', statement: 'Stmt', message: 'camt.053' }],
    ['BkToCstmrDbtCdtNtfctn', { type: 'notification', statement: 'Ntfctn', message: 'camt.054' }],
    ['BkToCstmrAcctRpt', { type: 'report', statement: 'Rpt', message: 'camt.052' }],
  ]);

/** Never read, so never kept: addresses, banks, and the envelope that may hold anything. */
const skipped = new Set([
  'SplmtryData',
  'PstlAdr',
  'RltdAgts',
  'RltdDts',
  'TxsSummry',
  'Ownr',
  'Svcr',
  'MsgRcpt',
  'OrgnlBizQry',
  'Tax',
  'Avlbty',
]);

/** Turns tags into statements and entries; keeps no more of a document than one entry's part. */
export class CamtAssembler {
  #items: CamtItem[] = [];
  readonly #path: Element[] = [];
  #outside = 0;
  #skipping = 0;
  #kept = 0;
  #container: (typeof containers extends ReadonlyMap<string, infer C> ? C : never) | undefined;
  #statement: Element | undefined;
  #isAnnounced = false;
  #entry: Element | undefined;
  #head: EntryHead | Unreadable | undefined;
  #details: Element[] = [];
  #first = 0;

  /** What is complete by now. */
  take(): readonly CamtItem[] {
    const items = this.#items;
    this.#items = [];
    return items;
  }

  get hasContainer(): boolean {
    return this.#container !== undefined;
  }

  open(name: string, { currency, namespace, isForeign }: OpeningTag): void {
    const depth = this.#outside + this.#path.length + this.#skipping + 1;
    if (depth > limits.depth) throw tooDeep({ limit: limits.depth });
    if (this.#skipping > 0 || (this.#container && (isForeign || skipped.has(name)))) {
      this.#skipping++;
      return;
    }
    if (!this.#container) {
      this.#outside++;
      this.#begin(name, namespace);
      return;
    }
    if (++this.#kept > limits.elementsAtOnce) {
      throw tooManyElements({ limit: limits.elementsAtOnce });
    }
    const element: Element = { name, currency, text: '', children: undefined };
    if (!this.#statement && this.#path.length === 0 && name === this.#container.statement) {
      this.#statement = element;
      this.#isAnnounced = false;
    } else if (this.#isDirectlyIn(this.#statement) && name === 'Ntry') {
      this.#announce();
      this.#entry = element;
    }
    this.#path.push(element);
  }

  text(text: string): void {
    if (this.#skipping > 0) return;
    const element = this.#path.at(-1);
    if (element && element.children === undefined) element.text += text;
  }

  close(): void {
    if (this.#skipping > 0) {
      this.#skipping--;
      return;
    }
    const element = this.#path.pop();
    if (!element) {
      this.#outside--;
      return;
    }
    if (element === this.#entry) return this.#endEntry();
    if (element === this.#statement) return this.#endStatement(element);
    if (this.#entry && element.name === 'TxDtls' && this.#path.length === 3) {
      this.#details.push(element);
      if (this.#details.length === limits.detailsAtOnce) this.#emitPiece(false);
      return;
    }
    const parent = this.#path.at(-1);
    if (parent) (parent.children ??= []).push(element);
  }

  #begin(name: string, namespace: string | undefined): void {
    const container = containers.get(name);
    if (!container) {
      if (this.#outside >= 5) throw notAStatement({ found: name.slice(0, 60) });
      return;
    }
    this.#container = container;
    const named = /camt\.05[234]\.\d{3}\.\d{2}/.exec(namespace ?? '')?.[0];
    this.#items.push({
      kind: 'document',
      type: container.type,
      message: named ?? container.message,
      hasNamespace: named !== undefined,
    });
  }

  #isDirectlyIn(element: Element | undefined): boolean {
    return element !== undefined && this.#path.at(-1) === element;
  }

  #announce(): void {
    if (this.#isAnnounced || !this.#statement) return;
    this.#isAnnounced = true;
    this.#items.push({ kind: 'statement', head: readStatement(this.#statement) });
  }

  /** A piece is read when all of it is here, and then let go. */
  #emitPiece(isLast: boolean): void {
    const entry = this.#entry;
    if (!entry) return;
    const isWhole = isLast && this.#first === 0;
    this.#head = isWhole ? readEntry(entry) : (this.#head ?? readEntry(entry));
    const head = this.#head;
    const details =
      'facts' in head
        ? []
        : this.#details.map((one) => readDetail(one, head.amount.currency, head.direction));
    this.#items.push({ kind: 'piece', head, first: this.#first, details, isLast });
    this.#first += this.#details.length;
    this.#details = [];
    this.#kept = 0;
  }

  #endEntry(): void {
    this.#emitPiece(true);
    this.#entry = undefined;
    this.#head = undefined;
    this.#first = 0;
  }

  #endStatement(statement: Element): void {
    this.#announce();
    this.#items.push({ kind: 'statement-end', balances: readBalances(statement) });
    this.#statement = undefined;
    this.#kept = 0;
  }
}

export type OpeningTag = {
  readonly currency: string | undefined;
  /** The namespace that the tag stands in, as far as it is known. */
  readonly namespace: string | undefined;
  /** It stands in another namespace than the message. */
  readonly isForeign: boolean;
};
