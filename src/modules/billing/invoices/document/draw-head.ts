import type { PrintedAddress } from '../payment-document.rules.ts';
import { ink, write, type Sheet } from './sheet.ts';

/** Sender, recipient, title, and the facts that a person looks for first. */
export function drawHead(sheet: Sheet): void {
  const { document, words } = sheet;
  const { seller, buyer } = document;
  write(sheet, seller.name, 57, { bold: true, size: 12 });
  write(sheet, oneLine(seller), 74, { size: 8, color: ink.faint });
  write(sheet, seller.vatNumber, 85, { size: 8, color: ink.faint });

  write(sheet, postal(buyer).join('\n'), 128, { x: 340, width: 198, size: 10 });
  write(sheet, words.title[document.kind], 212, { bold: true, size: 18 });

  sheet.y = 244;
  for (const [label, value] of facts(sheet)) {
    write(sheet, label, sheet.y, { color: ink.soft, width: 130 });
    sheet.y += write(sheet, value, sheet.y, { x: 190, width: 348 }) + 3;
  }
  sheet.y += 16;
}

function facts({ document, words, format }: Sheet): (readonly [string, string])[] {
  const { number, dueOn, paidOn, payment, buyer } = document;
  return [
    ...(number === undefined ? [] : [[words.number, number] as const]),
    [words.date, format.day(document.issuedOn)],
    ...(dueOn === undefined ? [] : [[words.due, format.day(dueOn)] as const]),
    ...(paidOn === undefined ? [] : [[words.paid, format.day(paidOn)] as const]),
    [words.customer, document.customerNumber],
    ...(buyer.vatNumber === undefined ? [] : [[words.yourVat, buyer.vatNumber] as const]),
    ...(payment ? [[words.reference, spaced(payment.reference)] as const] : []),
  ];
}

/** `21 00000 00003 …` for 27 digits, groups of four for RF. */
export function spaced(reference: string): string {
  return /^\d{27}$/.test(reference)
    ? reference.replaceAll(/(?=(\d{5})+$)/g, ' ').trim()
    : reference.replaceAll(/(.{4})(?=.)/g, '$1 ');
}

function postal(address: PrintedAddress): string[] {
  return [
    address.name,
    [address.street, address.number].filter(Boolean).join(' '),
    [address.postcode, address.town].filter(Boolean).join(' '),
    new Intl.DisplayNames('en', { type: 'region' }).of(address.country) ?? address.country,
  ].filter(Boolean);
}

function oneLine(address: PrintedAddress): string {
  return postal(address).slice(1).join(' · ');
}
