import type { PrintedVat } from '../payment-document.rules.ts';
import { ink, needRoom, rule, write, type Sheet } from './sheet.ts';

const label = { x: 270, width: 190, align: 'right' } as const;
const value = { x: 460, width: 78, align: 'right' } as const;

/** Net, VAT once per rate, total; then what kind of paper this is and how to pay it. */
export function drawTotals(sheet: Sheet): void {
  const { document, words, format } = sheet;
  needRoom(sheet, 90 + document.vat.length * 16);
  row(sheet, words.net, format.amount(document.net));
  for (const vat of document.vat) row(sheet, vatWords(sheet, vat), format.amount(vat.vat));
  rule(sheet, sheet.y);
  sheet.y += 7;
  row(sheet, `${words.total} ${document.gross.currency}`, format.amount(document.gross), true);
  sheet.y += 10;
  for (const note of notes(sheet)) {
    sheet.y += write(sheet, note, sheet.y, { size: 8.5, color: ink.soft }) + 4;
  }
}

function row(sheet: Sheet, text: string, amount: string, bold = false): void {
  const color = bold ? ink.strong : ink.soft;
  const height = write(sheet, text, sheet.y, { ...label, bold, color });
  write(sheet, amount, sheet.y, { ...value, bold });
  sheet.y += Math.max(height, 11) + 4;
}

function vatWords({ words, format }: Sheet, vat: PrintedVat): string {
  if (vat.treatment === 'reverse-charge') return words.vat(format.rate(0), format.amount(vat.base));
  if (vat.treatment === 'out-of-scope') return words.outOfScope;
  return words.vat(format.rate(vat.basisPoints), format.amount(vat.base));
}

function notes({ document, words }: Sheet): string[] {
  const reverse = document.vat.some(({ treatment }) => treatment === 'reverse-charge');
  return [
    ...(document.kind === 'pro-forma' ? [words.noTax] : []),
    ...(reverse ? [words.reverseCharge] : []),
    ...(document.payment ? [words.exact] : []),
  ];
}
