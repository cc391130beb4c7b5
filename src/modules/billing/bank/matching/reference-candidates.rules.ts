import { isQrReference, isRfReference, normalReference } from '../../references/reference.rules.ts';

/** More than this in one text is no remittance information. */
const most = 20;

/**
 * Spellings that may be references of ours, out of free text: RF… and runs of digits, with spaces
 * in
 * them or leading zeros lost. The registry decides which of them exists.
 */
export function referencesIn(texts: readonly string[]): string[] {
  const found = new Set<string>();
  for (const text of texts) {
    const upper = text.toUpperCase();
    for (const [run] of upper.matchAll(/(?<![A-Z0-9])RF ?\d ?\d(?: ?[A-Z0-9]){1,21}/g)) {
      for (const reference of creditorReferences(run.replaceAll(' ', ''))) found.add(reference);
    }
    for (const [run] of upper.matchAll(/(?<![A-Z0-9])\d(?: ?\d){14,59}(?![A-Z0-9])/g)) {
      for (const reference of qrReferences(run)) found.add(reference);
    }
    if (found.size >= most) break;
  }
  return [...found].slice(0, most);
}

/**
 * The words behind a reference may be read as part of it: every length that fits its check digits.
 */
function creditorReferences(run: string): string[] {
  const lengths = Array.from({ length: Math.max(run.length - 4, 0) }, (_, index) => index + 5);
  return lengths.map((length) => run.slice(0, length)).filter(isRfReference);
}

/** Whole, or a window of 27 digits where another number stands beside it. */
function qrReferences(run: string): string[] {
  const digits = run.replaceAll(' ', '');
  if (digits.length <= 27) {
    const reference = digits.padStart(27, '0');
    return isQrReference(reference) ? [reference] : [];
  }
  const starts = Array.from({ length: digits.length - 26 }, (_, index) => index);
  return starts.map((start) => digits.slice(start, start + 27)).filter(isQrReference);
}

/** The structured references of a line, as the registry spells them. */
export function structuredReferences(references: readonly string[]): string[] {
  const normal = references.flatMap((text) => normalReference(text) ?? []);
  return [...new Set(normal)].slice(0, most);
}
