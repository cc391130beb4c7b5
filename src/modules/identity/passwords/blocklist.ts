import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Sorted first 8 bytes of SHA-256 of each listed password; `tools/build-blocklist.ts` makes it. */
export const blocklistFile = join(import.meta.dirname, '../../../../dist/password-blocklist.bin');

export const entryBytes = 8;

/** How a password is looked up: in lower case, because the list is. */
export function blocklistEntry(password: string): Buffer {
  const folded = password.normalize('NFKC').toLowerCase();
  return createHash('sha256').update(folded).digest().subarray(0, entryBytes);
}

/** Is this one of the passwords that everybody tries first (PW-05)? Works offline, in one read. */
export function isListed(password: string, list: Buffer = loaded()): boolean {
  const wanted = blocklistEntry(password);
  let low = 0;
  let high = list.length / entryBytes - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const at = middle * entryBytes;
    const order = wanted.compare(list, at, at + entryBytes);
    if (order === 0) return true;
    if (order < 0) high = middle - 1;
    else low = middle + 1;
  }
  return false;
}

let list: Buffer | undefined;

function loaded(): Buffer {
  list ??= readFileSync(blocklistFile);
  return list;
}
