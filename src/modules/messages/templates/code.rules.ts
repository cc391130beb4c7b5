// Crockford's alphabet: no letters that people confuse when they read a code aloud.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Sixteen letters in groups of four: eighty bits that nobody guesses. */
export function spellCode(bytes: Uint8Array): string {
  let bits = 0n;
  for (const byte of bytes.subarray(0, 10)) bits = (bits << 8n) | BigInt(byte);
  const letters = Array.from({ length: 16 }, (_, index) => {
    const place = BigInt(75 - index * 5);
    return alphabet[Number((bits >> place) & 31n)] ?? '';
  });
  return letters.join('').replace(/(.{4})(?=.)/g, '$1-');
}
