// Codes as an independent program computes them: `oathtool` of Debian's package of that name, which
// shares nothing with ours (tools/test.mjs brings it). Where it cannot be had, RFC 6238 by hand.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import type { Instant } from '#kernel/calendar.ts';

const hasOathtool = spawnSync('oathtool', ['--version']).status === 0;

/** The six digits of a code app that holds this key. */
export function codeAt(key: string, at: Instant): string {
  return hasOathtool ? byOathtool(key, at) : byHand(key, at);
}

function byOathtool(key: string, at: Instant): string {
  const when = `${at.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
  return execFileSync('oathtool', ['--totp', '--base32', `--now=${when}`, key])
    .toString()
    .trim();
}

/** RFC 6238 and RFC 4226, word by word. */
export function byHand(key: string, at: Instant): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at.getTime() / 30_000)));
  const mac = createHmac('sha1', fromBase32(key)).update(counter).digest();
  const offset = mac[19]! & 0x0f;
  const number = (mac.readUInt32BE(offset) & 0x7fff_ffff) % 1_000_000;
  return String(number).padStart(6, '0');
}

function fromBase32(text: string): Buffer {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...text]
    .map((sign) => alphabet.indexOf(sign).toString(2).padStart(5, '0'))
    .join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
