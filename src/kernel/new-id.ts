import { randomBytes } from 'node:crypto';
import { fromUuid, type Id } from './ids.ts';

/** A new id, version 7: rows made one after the other stand next to each other in the index. */
export function newId<Prefix extends string>(prefix: Prefix, at: Date): Id<Prefix> {
  return fromUuid(prefix, uuidv7(at));
}

let lastMs = 0;
let counter = 0;

/** Version 7 with a 12-bit counter, so that ids made in the same millisecond keep their order. */
function uuidv7(at: Date): string {
  const ms = at.getTime();
  counter = ms === lastMs ? (counter + 1) & 0xfff : 0;
  lastMs = ms;
  const time = ms.toString(16).padStart(12, '0');
  const rest = randomBytes(8);
  rest[0] = (rest[0]! & 0x3f) | 0x80;
  return time + '7' + counter.toString(16).padStart(3, '0') + rest.toString('hex');
}
