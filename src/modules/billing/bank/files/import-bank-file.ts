import { z } from 'zod';
import type { Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import { newId } from '#kernel/new-id.ts';
import { record } from '#modules/activity/index.ts';
import type { Within } from '#platform/database/database.ts';
import { filesOf, settingsOf } from '#platform/database/surroundings.ts';
import type { StoredFile } from '#platform/files/files.ts';
import type { Tx } from '#platform/database/tx.ts';
import { enqueue } from '#platform/jobs/enqueue.ts';
import { defineJob } from '#platform/jobs/jobs.ts';
import { staffName } from '../staff-name.rules.ts';
import { bankFileEmpty } from './bank-file.refusals.ts';
import { bankFileId, mayWorkAgain, type BankFile } from './bank-file.rules.ts';
import { findFile, insertFile, lockFile, restartFile } from './bank-file.store.ts';

export const workBankFileJob = defineJob('billing.work-bank-file', z.object({ bankFileId }));

export type IncomingFile = { readonly name: string; readonly bytes: AsyncIterable<Uint8Array> };

/**
 * Takes a bank file in: its bytes first, outside any transaction, then its row and the job that
 * works it
 * off. The same bytes again are no new file.
 */
export async function importBankFile(
  within: Within,
  { name, bytes }: IncomingFile,
  actor: Actor,
  now: Instant,
): Promise<{ readonly file: BankFile; readonly known: boolean }> {
  const { files, maxBytes } = await within(async (tx) => ({
    files: filesOf(tx),
    maxBytes: settingsOf(tx).maxUploadBytes,
  }));
  const stored = await files.put(bytes, { maxBytes });
  if (stored.size === 0) throw bankFileEmpty({});
  return within((tx) => takeIn(tx, { name, stored }, actor, now));
}

async function takeIn(
  tx: Tx,
  { name, stored }: { name: string; stored: StoredFile },
  actor: Actor,
  now: Instant,
): Promise<{ file: BankFile; known: boolean }> {
  const fresh = {
    bankFileId: newId('bfi', now),
    sha256: stored.hash,
    name,
    sizeBytes: BigInt(stored.size),
    receivedBy: staffName(actor),
  };
  await insertFile(tx, fresh, now);
  const found = await findFile(tx, { sha256: stored.hash });
  const file = found && (await lockFile(tx, found.bankFileId));
  if (!file) throw new TypeError('a file that was just taken in is gone');
  const known = file.bankFileId !== fresh.bankFileId;
  const isWork = !known || mayWorkAgain(file);
  if (known && isWork) await restartFile(tx, file.bankFileId);
  const isUnfinished = file.state === 'received' || file.state === 'working';
  if (isWork || isUnfinished) {
    const { bankFileId: id } = file;
    await enqueue(tx, workBankFileJob, { bankFileId: id }, { key: id });
  }
  const about = { kind: 'bank-file', id: file.bankFileId, label: name };
  const facts = { name, known };
  const action = 'billing.bank-file-received';
  await record(tx, { stream: 'instance', action, actor, about, facts }, now);
  const latest = await findFile(tx, { bankFileId: file.bankFileId });
  return { file: latest ?? file, known };
}
