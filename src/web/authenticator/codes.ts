/** The six digits of now (RFC 6238), for a phone without a network. */
export async function codeOf(seed: string, at: number): Promise<string> {
  const how = { name: 'HMAC', hash: 'SHA-1' };
  const key = await crypto.subtle.importKey('raw', bytesOf(seed), how, false, ['sign']);
  const step = new DataView(new ArrayBuffer(8));
  step.setBigUint64(0, BigInt(Math.floor(at / 30_000)));
  const hash = new DataView(await crypto.subtle.sign('HMAC', key, step.buffer));
  const offset = hash.getUint8(19) & 0xf;
  return String((hash.getUint32(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

function bytesOf(base32: string): Uint8Array<ArrayBuffer> {
  const bits = [...base32].map((one) => letters.indexOf(one).toString(2).padStart(5, '0')).join('');
  const bytes = bits.match(/.{8}/g) ?? [];
  return Uint8Array.from(bytes, (byte) => Number.parseInt(byte, 2));
}
