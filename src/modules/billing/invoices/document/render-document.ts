import PDFDocument from 'pdfkit';
import type { PaymentDocument } from '../payment-document.rules.ts';
import { drawHead } from './draw-head.ts';
import { drawLines } from './draw-lines.ts';
import { drawTotals } from './draw-totals.ts';
import { documentFormat } from './document-format.ts';
import { faces } from './document-fonts.ts';
import { documentWords } from './document-words.ts';
import { sheetOf } from './sheet.ts';
import { drawEpcCode, drawSwissPaymentPart, isSwiss, paymentPartHeight } from './payment-part.ts';

/** The PDF of a pro-forma, an invoice or a top-up request: A4, in the reader's language. */
export async function renderDocument(document: PaymentDocument): Promise<Uint8Array> {
  const words = documentWords[document.language];
  const title = [words.title[document.kind], document.number].filter(Boolean).join(' ');
  const pdf = new PDFDocument({
    size: 'A4',
    margin: 0,
    bufferPages: true,
    lang: document.language,
    displayTitle: true,
    info: {
      Title: title,
      Author: document.seller.name,
      CreationDate: new Date(`${document.issuedOn}T12:00:00Z`),
    },
  });
  pdf.registerFont(faces.regular, faces.data.regular);
  pdf.registerFont(faces.bold, faces.data.bold);

  const sheet = sheetOf(pdf, document, { words, format: documentFormat(document.language) });
  drawHead(sheet);
  drawLines(sheet);
  drawTotals(sheet);
  drawPayment(pdf, document, sheet.y);
  drawPageNumbers(pdf, words.page);
  return collected(pdf);
}

function drawPayment(pdf: PDFKit.PDFDocument, document: PaymentDocument, y: number): void {
  const { payment } = document;
  if (!payment) return;
  if (y > pdf.page.height - paymentPartHeight - 12) pdf.addPage();
  if (isSwiss(payment)) drawSwissPaymentPart(pdf, document, payment);
  else if (payment.amount.currency === 'EUR') drawEpcCode(pdf, document, payment);
}

function drawPageNumbers(
  pdf: PDFKit.PDFDocument,
  say: (page: number, pages: number) => string,
): void {
  const { count } = pdf.bufferedPageRange();
  if (count < 2) return;
  for (let page = 0; page < count; page++) {
    pdf.switchToPage(page);
    pdf.font(faces.regular).fontSize(8).fillColor('#74767c');
    pdf.text(say(page + 1, count), 57, 24, { width: 481, align: 'right' });
  }
}

function collected(pdf: PDFKit.PDFDocument): Promise<Uint8Array> {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
  const chunks: Uint8Array[] = [];
  pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  pdf.on('end', () => resolve(Buffer.concat(chunks)));
  pdf.on('error', reject);
  pdf.end();
  return promise;
}
