import type { Readable } from 'node:stream';
import type { Instant } from '#kernel/calendar.ts';
import type { Language } from '#kernel/language.ts';
import type { Within } from '#platform/database/database.ts';
import { filesOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Files, StoredFile } from '#platform/files/files.ts';
import { renderDocument } from '../invoices/document/render-document.ts';
import type { PaymentDocument } from '../invoices/payment-document.rules.ts';
import { composeInvoice, composeProForma } from './compose-document.ts';
import type { DocumentKey } from './document.rules.ts';
import { findDocument, insertDocument } from './document.store.ts';

export type DocumentWish = DocumentKey & {
  /** The document's own language by default. */
  readonly language?: Language | undefined;
};

/**
 * The PDF of an invoice or pro-forma: made once, then always the same bytes. It is drawn between
 * two transactions, so that no lock waits for it.
 */
export async function documentBytes(
  within: Within,
  wish: DocumentWish,
  now: Instant,
): Promise<{ name: string; bytes: Readable }> {
  const { document, files, made } = await within((tx) => look(tx, wish), { readOnly: true });
  const file = made ?? (await make(within, { wish, document, files }, now));
  return { name: nameOf(wish, document), bytes: files.read(file.hash) };
}

type Looked = { document: PaymentDocument; files: Files; made: StoredFile | undefined };

async function look(tx: Tx, wish: DocumentWish): Promise<Looked> {
  const document =
    wish.kind === 'invoice'
      ? await composeInvoice(tx, { ...wish, invoiceId: wish.id }, wish.language)
      : await composeProForma(tx, { ...wish, proFormaId: wish.id }, wish.language);
  const made = await findDocument(tx, wish, document.language);
  return { document, files: filesOf(tx), made };
}

async function make(
  within: Within,
  { wish, document, files }: { wish: DocumentWish; document: PaymentDocument; files: Files },
  now: Instant,
): Promise<StoredFile> {
  const { language } = document;
  const file = await files.put(await renderDocument(document));
  return within(async (tx) => {
    await insertDocument(tx, wish, { language, file }, now);
    return (await findDocument(tx, wish, language)) ?? file;
  });
}

function nameOf({ kind, id }: DocumentWish, { number }: PaymentDocument): string {
  return `${kind}-${number ?? id.slice(-12)}.pdf`;
}
