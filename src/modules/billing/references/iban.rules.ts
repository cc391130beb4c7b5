/** Whether a text without spaces is an IBAN: shape and mod 97. */
export function isIban(text: string): boolean {
  return (
    /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(text) && mod97(text.slice(4) + text.slice(0, 4)) === 1
  );
}

/** A Swiss or Liechtenstein account that takes QR references only: institution 30000 to 31999. */
export function isQrIban(iban: string): boolean {
  const institution = Number(iban.slice(4, 9));
  return isIban(iban) && /^(CH|LI)/.test(iban) && institution >= 30_000 && institution <= 31_999;
}

/** ISO 7064 over letters (A = 10 … Z = 35) and digits. */
export function mod97(text: string): number {
  let rest = 0;
  for (const character of text) {
    const value = Number.parseInt(character, 36);
    rest = (value > 9 ? rest * 100 + value : rest * 10 + value) % 97;
  }
  return rest;
}
