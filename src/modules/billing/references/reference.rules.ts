import { mod97 } from './iban.rules.ts';

/** QR reference (27 digits) or ISO 11649 creditor reference (RF…). */
export type ReferenceType = 'QRR' | 'SCOR';

/** What a reference was drawn for. */
export const referenceKinds = ['invoice', 'pro-forma', 'top-up'] as const;
export type ReferenceKind = (typeof referenceKinds)[number];

/** The first digits after the bank's own: tells a clerk what the payment is for. */
const series: { readonly [K in ReferenceKind]: string } = {
  invoice: '10',
  'pro-forma': '20',
  'top-up': '30',
};

const qrLength = 26;
const rfSerialLength = 14;

/** How many random digits a reference of this shape needs. */
export function serialLength(type: ReferenceType, prefix: string): number {
  return type === 'QRR' ? qrLength - prefix.length - 2 : rfSerialLength;
}

/** A reference of ours, from its serial (D23). */
export function referenceOf(
  type: ReferenceType,
  kind: ReferenceKind,
  { prefix, serial }: { prefix: string; serial: string },
): string {
  return type === 'QRR'
    ? qrReference(prefix + series[kind] + serial)
    : rfReference(series[kind] + serial);
}

const carries = [0, 9, 4, 6, 8, 2, 7, 1, 3, 5];

/** Modulo 10, recursive: the check digit of a QR reference. */
export function qrCheckDigit(digits: string): number {
  let carry = 0;
  for (const digit of digits) carry = carries[(carry + Number(digit)) % 10] ?? 0;
  return (10 - carry) % 10;
}

/** Twenty-six digits (fewer are filled up from the left) and their check digit. */
export function qrReference(digits: string): string {
  const body = digits.padStart(qrLength, '0');
  if (!/^\d{26}$/.test(body)) throw new TypeError(`${digits} makes no QR reference`);
  return body + String(qrCheckDigit(body));
}

/** The creditor reference of a body of up to 21 letters and digits. */
export function rfReference(body: string): string {
  if (!/^[A-Z0-9]{1,21}$/.test(body)) throw new TypeError(`${body} makes no creditor reference`);
  const check = 98 - mod97(`${body}RF00`);
  return `RF${String(check).padStart(2, '0')}${body}`;
}

/** The all-zero reference passes its checksum and is none all the same. */
export function isQrReference(text: string): boolean {
  return /^\d{27}$/.test(text) && /[1-9]/.test(text) && qrReference(text.slice(0, 26)) === text;
}

/** 00, 01 and 99 are aliases of real check digits modulo 97: forged spellings, not references. */
export function isRfReference(text: string): boolean {
  if (!/^RF\d{2}[A-Z0-9]{1,21}$/.test(text)) return false;
  const check = Number(text.slice(2, 4));
  return check >= 2 && check <= 98 && mod97(text.slice(4) + text.slice(0, 4)) === 1;
}

/** How references are compared: upper case, no spaces. Undefined when the text is no reference. */
export function normalReference(text: string): string | undefined {
  const plain = text.replaceAll(/\s/g, '').toUpperCase();
  if (isRfReference(plain)) return plain;
  // leading zeros get lost when somebody's program takes a reference for a number
  const digits = /^\d{7,27}$/.test(plain) ? plain.padStart(27, '0') : plain;
  return isQrReference(digits) ? digits : undefined;
}

/** How a reference is printed: groups of five from the right, or of four from the left. */
export function printedReference(reference: string): string {
  return reference.startsWith('RF')
    ? reference.replaceAll(/(.{4})(?=.)/g, '$1 ')
    : reference.replaceAll(/(?<=.)(?=(?:.{5})+$)/g, ' ');
}
