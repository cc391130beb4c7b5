import type { PrintedLine } from '../payment-document.rules.ts';
import { heightOf, ink, needRoom, rule, write, type Sheet } from './sheet.ts';

const columns = {
  text: { x: 57, width: 268 },
  quantity: { x: 330, width: 48, align: 'right' },
  unit: { x: 383, width: 72, align: 'right' },
  net: { x: 460, width: 78, align: 'right' },
} as const;

/**
 * The table of lines; each says why its price is what it is (B7). Its head repeats on every page.
 */
export function drawLines(sheet: Sheet): void {
  drawTableHead(sheet);
  for (const line of sheet.document.lines) {
    if (needRoom(sheet, lineHeight(sheet, line) + 14)) drawTableHead(sheet);
    drawLine(sheet, line);
  }
}

function drawTableHead(sheet: Sheet): void {
  const { words, y } = sheet;
  const style = { bold: true, size: 8.5, color: ink.soft };
  write(sheet, words.description, y, { ...columns.text, ...style });
  write(sheet, words.quantity, y, { ...columns.quantity, ...style });
  write(sheet, words.unit, y, { ...columns.unit, ...style });
  write(sheet, `${words.amount} ${sheet.document.gross.currency}`, y, {
    ...columns.net,
    ...style,
  });
  rule(sheet, y + 15);
  sheet.y = y + 22;
}

function drawLine(sheet: Sheet, line: PrintedLine): void {
  const { format, y } = sheet;
  write(sheet, line.quantity.toString(), y, columns.quantity);
  write(sheet, format.amount(line.unit), y, columns.unit);
  write(sheet, format.amount(line.net), y, columns.net);
  let at = y + write(sheet, line.text, y, columns.text);
  for (const small of smallPrint(sheet, line)) {
    at += 1 + write(sheet, small, at + 1, { ...columns.text, size: 8, color: ink.faint });
  }
  rule(sheet, at + 6);
  sheet.y = at + 13;
}

function lineHeight(sheet: Sheet, line: PrintedLine): number {
  const small = smallPrint(sheet, line).map(
    (text) => 1 + heightOf(sheet, text, { ...columns.text, size: 8 }),
  );
  return small.reduce((a, b) => a + b, heightOf(sheet, line.text, columns.text));
}

function smallPrint({ format }: Sheet, { period, because }: PrintedLine): string[] {
  const span = period ? [`${format.day(period.from)} – ${format.day(period.to)}`] : [];
  return [...span, ...because];
}
