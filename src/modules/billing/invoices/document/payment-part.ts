import QRCode from 'qrcode';
import { SwissQRBill } from 'swissqrbill/pdf';
import type { Data, Language as BillLanguage } from 'swissqrbill/types';
import type { Language } from '#kernel/language.ts';
import { toDecimal } from '#kernel/money.ts';
import { epcPayload } from './epc.rules.ts';
import type { PaymentDocument, PaymentPart } from '../payment-document.rules.ts';
import { faces } from './document-fonts.ts';
import { printable } from './characters.rules.ts';

/**
 * The payment part exists in the languages of Switzerland and English; Spanish readers get English.
 */
const billLanguage: Record<Language, BillLanguage> = {
  de: 'DE',
  fr: 'FR',
  it: 'IT',
  en: 'EN',
  es: 'EN',
};

/** Height of the payment part in points: 105 mm. */
export const paymentPartHeight = (105 / 25.4) * 72;

export function isSwiss(payment: PaymentPart): boolean {
  return /^(CH|LI)/.test(payment.iban);
}

/** Draws the Swiss QR payment part (version 2.3, structured addresses) at the foot of the page. */
export function drawSwissPaymentPart(
  pdf: PDFKit.PDFDocument,
  document: PaymentDocument,
  payment: PaymentPart,
): void {
  const { seller, buyer } = document;
  const data: Data = {
    currency: payment.amount.currency === 'EUR' ? 'EUR' : 'CHF',
    amount: Number(toDecimal(payment.amount)),
    reference: payment.reference,
    creditor: { ...party(seller), account: payment.iban },
    // the payment part takes a whole address or none: the payer writes it on the form then
    ...(buyer.postcode && buyer.town ? { debtor: party(buyer) } : {}),
    ...(document.number === undefined ? {} : { message: document.number }),
  };
  pdf.fillColor('#000000').strokeColor('#000000');
  new SwissQRBill(data, {
    language: billLanguage[document.language],
    fontName: 'Liberation Sans',
  }).attachTo(pdf);
}

function party(address: PaymentDocument['seller'] | PaymentDocument['buyer']) {
  return {
    name: printable(address.name, 70),
    address: printable(address.street, 70),
    buildingNumber: printable(address.number, 16),
    zip: printable(address.postcode, 16),
    city: printable(address.town, 35),
    country: address.country,
  };
}

/** Draws an EPC QR code (EUR, SEPA) with what it says beside it. */
export function drawEpcCode(
  pdf: PDFKit.PDFDocument,
  document: PaymentDocument,
  payment: PaymentPart,
): void {
  const payload = epcPayload({ name: document.seller.name, ...payment });
  const code = QRCode.create(payload, { errorCorrectionLevel: 'M' });
  const { x, y } = { x: 57, y: pdf.page.height - 57 - 110 };
  const module = 110 / code.modules.size;
  pdf.fillColor('#000000');
  code.modules.data.forEach((dark, index) => {
    if (!dark) return;
    const column = index % code.modules.size;
    const row = Math.floor(index / code.modules.size);
    pdf.rect(x + column * module, y + row * module, module, module);
  });
  pdf.fill();
  pdf
    .font(faces.bold)
    .fontSize(9)
    .fillColor('#1b1c1e')
    .text(document.seller.name, 185, y + 8);
  pdf.font(faces.regular).text(`IBAN ${payment.iban.replaceAll(/(.{4})(?=.)/g, '$1 ')}`);
  pdf.text(payment.reference.replaceAll(/(.{4})(?=.)/g, '$1 '));
  pdf.font(faces.bold).text(`EUR ${toDecimal(payment.amount)}`);
}
