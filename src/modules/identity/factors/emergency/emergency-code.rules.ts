/** Ten codes make a set; the digit in front says which one it is. */
export const codesPerSet = 10;

/** From here on a use reminds its owner to make a new set. */
export const fewCodes = 3;

/** Crockford's base32: no letter that is taken for a digit. */
export const codeAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const codeLength = 16;

/** As it stands on the sheet: `3-ABCD-EFGH-JKMN-PQRS`. */
export function spellCode(number: number, secret: string): string {
  return [String(number), ...(secret.match(/.{4}/g) ?? [])].join('-');
}

/** What somebody typed, whatever the spaces, strokes and case; undefined where it is no code. */
export function readCode(typed: string): { number: number; secret: string } | undefined {
  const plain = typed
    .toUpperCase()
    .replaceAll(/[\s-]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  const number = Number(plain.slice(0, 1));
  const secret = plain.slice(1);
  const isCode = secret.length === codeLength && [...secret].every((sign) => signs.has(sign));
  return isCode && Number.isInteger(number) ? { number, secret } : undefined;
}

const signs = new Set(codeAlphabet);
