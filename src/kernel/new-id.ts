import { randomBytes } from 'node:crypto';
import { fromUuid, type Id } from './ids.ts';

/** A new id, version 7: rows made one after the other stand next to each other in the index. */
export function newId<Prefix extends string>(prefix: Prefix, at: Date): Id<Prefix> {
  return fromUuid(prefix, uuidv7(at));
}

let lastMs = 0;
let counter = 0;

/**
 * Version 7 with a 12-bit counter, so that ids made in the same millisecond keep their order; one that
 * holds more of them (a bank file has one `now`) borrows from those that follow.
 */
function uuidv7(at: Date): string {
  const ms = at.getTime();
  counter = ms === lastMs ? counter + 1 : 0;
  lastMs = ms;
  const time = (ms + Math.floor(counter / 0x1000)).toString(16).padStart(12, '0');
  const rest = chance();
  return `${time}7${(counter & 0xfff).toString(16).padStart(3, '0')}${rest}`;
}

const size = 8;
let pool = Buffer.alloc(0);
let used = 0;

/** Sixteen digits, the first two bits set as the version asks; random bytes are drawn many at once. */
function chance(): string {
  if (used === pool.length) {
    pool = randomBytes(size * 512);
    used = 0;
  }
  const rest = pool.subarray(used, (used += size));
  rest[0] = (rest[0]! & 0x3f) | 0x80;
  return rest.toString('hex');
}
