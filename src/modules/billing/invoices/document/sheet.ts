import type { PaymentDocument } from '../payment-document.rules.ts';
import type { DocumentFormat } from './document-format.ts';
import type { DocumentWords } from './document-words.ts';
import { faces } from './document-fonts.ts';

/** A document being drawn: where we are on the page, and how it is written. */
export type Sheet = {
  readonly pdf: PDFKit.PDFDocument;
  readonly document: PaymentDocument;
  readonly words: DocumentWords;
  readonly format: DocumentFormat;
  /** Points from the top of the page at which the next thing goes. */
  y: number;
};

/** Points: left edge, right edge, and where the body of a page ends. */
export const edges = { left: 57, right: 538, bottom: 785 } as const;
export const ink = {
  strong: '#1b1c1e',
  soft: '#54565b',
  faint: '#74767c',
  line: '#d3d2cc',
} as const;

export function sheetOf(
  pdf: PDFKit.PDFDocument,
  document: PaymentDocument,
  written: Pick<Sheet, 'words' | 'format'>,
): Sheet {
  return { pdf, document, ...written, y: 57 };
}

export type Text = {
  readonly x?: number;
  readonly width?: number;
  readonly align?: 'left' | 'right';
  readonly size?: number;
  readonly bold?: boolean;
  readonly color?: string;
};

/** Writes a text at a height and tells how high it is. */
export function write({ pdf }: Sheet, text: string, y: number, style: Text = {}): number {
  const { x = edges.left, width = edges.right - x, align = 'left', size = 9.5 } = style;
  pdf.font(style.bold ? faces.bold : faces.regular).fontSize(size);
  pdf.fillColor(style.color ?? ink.strong);
  const height = pdf.heightOfString(text, { width, align });
  pdf.text(text, x, y, { width, align });
  return height;
}

/** How high a text will be, before it is written. */
export function heightOf({ pdf }: Sheet, text: string, { width = 200, size = 9.5 }: Text): number {
  return pdf.font(faces.regular).fontSize(size).heightOfString(text, { width });
}

export function rule({ pdf }: Sheet, y: number, color: string = ink.line): void {
  pdf.lineWidth(0.5).strokeColor(color).moveTo(edges.left, y).lineTo(edges.right, y).stroke();
}

/** Goes on a new page unless this much room is left; true when it did. */
export function needRoom(sheet: Sheet, height: number): boolean {
  if (sheet.y + height <= edges.bottom) return false;
  sheet.pdf.addPage();
  sheet.y = 57;
  return true;
}
