import { toDecimal, type Money } from '#kernel/money.ts';

export type EpcPayment = {
  readonly name: string;
  readonly iban: string;
  readonly reference: string;
  readonly amount: Money;
};

/** Bytes an EPC code may hold (EPC069-12). */
const maxBytes = 331;

/**
 * The text of an EPC QR code: version 002, UTF-8, structured reference, no line end after the last.
 */
export function epcPayload({ name, iban, reference, amount }: EpcPayment): string {
  if (amount.currency !== 'EUR') throw new RangeError('an EPC code is for EUR only');
  if (amount.minor < 1n || amount.minor > 99_999_999_999n) {
    throw new RangeError('an EPC code holds 0.01 to 999999999.99');
  }
  const payload = [
    'BCD',
    '002',
    '1',
    'SCT',
    '',
    [...name].slice(0, 70).join(''),
    iban,
    `EUR${toDecimal(amount)}`,
    '',
    reference,
  ].join('\n');
  if (new TextEncoder().encode(payload).length > maxBytes) {
    throw new RangeError(`an EPC code holds at most ${maxBytes} bytes`);
  }
  return payload;
}
