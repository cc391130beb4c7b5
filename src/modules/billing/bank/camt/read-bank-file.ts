import type { Readable } from 'node:stream';
import { Refusal } from '#kernel/refusal.ts';
import type { CamtItem, MessageKind } from './camt-assembler.rules.ts';
import { documentsOf, type BankDocument } from './bytes/documents-of.ts';
import { readDocument } from './read-document.ts';
import type { StatementHead } from './statement.rules.ts';

/** A bank file, piece by piece, with everything numbered from 1 through all its documents. */
export type FileItem =
  | {
      readonly kind: 'note';
      readonly note: 'intraday-report' | 'not-a-statement' | 'no-namespace';
      readonly document: string;
    }
  | {
      readonly kind: 'statement';
      readonly statement: number;
      readonly document: string;
      readonly type: Exclude<MessageKind, 'report'>;
      readonly message: string;
      readonly head: StatementHead;
    }
  | (Extract<CamtItem, { kind: 'piece' }> & {
      readonly statement: number;
      readonly entry: number;
    })
  | (Extract<CamtItem, { kind: 'statement-end' }> & { readonly statement: number });

/** Reads a camt file or a ZIP of them as it comes; throws the refusal of the whole file. */
export async function* readBankFile(open: () => Readable, name: string): AsyncGenerator<FileItem> {
  let [statement, entry] = [0, 0];
  for await (const document of documentsOf(open, name)) {
    let type: MessageKind | undefined;
    let message = '';
    for await (const item of itemsOf(document, name)) {
      switch (item.kind) {
        case 'document':
          ({ type, message } = item);
          if (!item.hasNamespace) yield note('no-namespace', document);
          break;
        case 'statement':
          if (type === undefined || type === 'report') break;
          statement++;
          yield {
            kind: 'statement',
            statement,
            document: document.name,
            type,
            message,
            head: item.head,
          };
          break;
        case 'piece':
          if (item.first === 0) entry++;
          yield { ...item, statement, entry };
          break;
        case 'statement-end':
          yield { ...item, statement };
          break;
      }
      if (type === 'report') break;
    }
    if (type === undefined) yield note('not-a-statement', document);
    if (type === 'report') yield note('intraday-report', document);
  }
}

const note = (
  what: Extract<FileItem, { kind: 'note' }>['note'],
  { name }: BankDocument,
): FileItem => ({
  kind: 'note',
  note: what,
  document: name,
});

/** A refusal inside a ZIP names the document. */
async function* itemsOf({ name, bytes }: BankDocument, file: string): AsyncGenerator<CamtItem> {
  if (bytes === 'ignored') return;
  try {
    yield* readDocument(bytes);
  } catch (error) {
    if (!(error instanceof Refusal) || name === file) throw error;
    throw new Refusal(error.code, error.kind, { ...error.facts, document: name });
  }
}
