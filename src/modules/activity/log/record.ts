import { randomBytes } from 'node:crypto';
import type { Instant } from '#kernel/calendar.ts';
import { toUuid } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import { canonical } from '../chain/canonical.rules.ts';
import { commitment, entryHash, origin } from '../chain/entry-hash.ts';
import { signHead } from '../chain/sign-heads.ts';
import { lockHead } from '../chain/stream.store.ts';
import { appendEntry } from './entry.store.ts';
import {
  bodyOf,
  personalOf,
  personOf,
  productIdsOf,
  streamKey,
  type Happening,
} from './entry.rules.ts';

/** A checkpoint comes at the latest after so many entries, whatever the job of the minute does. */
export const entriesPerCheckpoint = 1000n;

/**
 * Writes down what happened, in the transaction in which it happens. The last thing an act does:
 * the head of the stream stays locked until the commit (lock order, settled 5).
 */
export async function record(tx: Tx, happening: Happening, now: Instant): Promise<void> {
  const stream = streamKey(happening.stream);
  const sides = [...personalOf(happening)].map(([subjectId, values]) =>
    salted(subjectId, canonical(values)),
  );
  const commitments = new Map(sides.map(({ subjectId, committed }) => [subjectId, committed]));
  const body = canonical(bodyOf(happening, commitments, now));

  const head = await lockHead(tx, stream, origin);
  const seq = head.seq + 1n;
  const hash = entryHash({ stream, seq, prev: head.hash, body });
  const person = personOf(happening);
  const columns = {
    at: now,
    action: happening.action,
    personId: person && toUuid(person),
    aboutId: happening.about?.id,
    productIds: productIdsOf(happening),
  };
  await appendEntry(tx, { stream, seq, body, prev: head.hash, hash }, columns, sides);
  if (seq % entriesPerCheckpoint === 0n) await signHead(tx, { stream, seq, hash }, now);
}

function salted(subjectId: string, values: string) {
  const salt = randomBytes(16).toString('hex');
  return { subjectId, text: `${salt}${values}`, committed: commitment(salt, values) };
}
