import { system } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import { toUuid } from '#kernel/ids.ts';
import { newId } from '#kernel/new-id.ts';
import { postAll } from '#modules/ledger/index.ts';
import type { Tx } from '#platform/database/tx.ts';
import { lockAccounts } from '../accounts/bank-account.store.ts';
import { enterEntries, type EntryWork } from '../entries/enter-entries.ts';
import { sortPiece, type Bookable, type Piece } from '../entries/piece.rules.ts';
import { bookLines } from '../matching/book-lines.ts';
import { ownPosting } from '../matching/cash.ts';
import { endWorkItems, openWorkItems, type NewWorkItem } from '../work-items/work-item.store.ts';
import type { Problem } from '../files/bank-file.rules.ts';
import { insertProblems, lockFile, saveProgress } from '../files/bank-file.store.ts';
import type { Chunk } from './work-bank-file.ts';

export const bankActor = system('billing.work-bank-file');

/**
 * Books one chunk of a file. False when its place in the file was passed already: another worker
 * has
 * been here, and nothing is done twice.
 */
export async function workChunk(
  tx: Tx,
  { bankFileId, from, pieces, runs }: Chunk,
  now: Instant,
): Promise<boolean> {
  const file = await lockFile(tx, bankFileId);
  if (file?.state !== 'working' || file.piecesDone !== from) return false;
  const { bookable, problems, ignored } = sorted(pieces);
  await lockAccounts(tx, [...new Set(bookable.map(({ account }) => account.id))]);
  const work = await enterEntries(tx, { pieces: bookable, runs }, now);
  await bookWaiting(tx, work, now);
  const booked = await bookLines(tx, work.lines, bankActor, now);
  await askAboutEntries(tx, work, now);
  const all = [...problems, ...work.conflicts.map(conflictProblem)];
  await insertProblems(tx, bankFileId, all);
  await saveProgress(tx, bankFileId, {
    pieces: pieces.length,
    entries: pieces.filter(({ isLast }) => isLast).length,
    counts: {
      ...booked,
      waiting: work.waiting.length,
      known: work.known,
      ignored,
      refused: all.length,
    },
  });
  return true;
}

/** A long entry is refused or ignored once, at its first piece. */
function sorted(pieces: readonly Piece[]) {
  const bookable: Bookable[] = [];
  const problems: Problem[] = [];
  let ignored = 0;
  for (const piece of pieces) {
    const found = sortPiece(piece);
    if (found.kind === 'book') bookable.push(found.piece);
    else if (piece.first > 0) continue;
    else if (found.kind === 'refuse') problems.push(found.problem);
    else ignored++;
  }
  return { bookable, problems, ignored };
}

/** Cash that came without its details stands in the batch account until they come. */
async function bookWaiting(tx: Tx, { waiting }: EntryWork, now: Instant): Promise<void> {
  const postings = waiting.map(({ entry, piece: { account, content } }) =>
    ownPosting({
      kind: 'bank-batch',
      source: { kind: 'bank-entry', id: `ben_${entry.id.replaceAll('-', '')}` },
      from: { kind: 'bank', owner: account.number },
      to: { kind: 'bank-batch', owner: account.number },
      direction: entry.direction,
      amount: content.head.amount,
      on: content.bookedOn,
    }),
  );
  await postAll(tx, postings, bankActor, now);
}

const waitKinds = ['details-missing', 'details-differ'] as const;

async function askAboutEntries(tx: Tx, work: EntryWork, now: Instant): Promise<void> {
  const { waiting, conflicts, completed } = work;
  const newItemId = (): string => toUuid(newId('wki', now));
  await openWorkItems(
    tx,
    [
      ...waiting
        .filter(({ entry }) => !completed.includes(entry.id))
        .map(({ entry, piece }): NewWorkItem => waitingItem(newItemId(), entry.id, piece)),
      ...conflicts.map((conflict): NewWorkItem => ({
        id: newItemId(),
        kind: 'conflict',
        subject: `${conflict.entryId} ${conflict.piece.statementId}`,
        entryId: conflict.entryId,
        accountId: conflict.piece.account.id,
        ...amountOf(conflict.piece),
        facts: {
          account: conflict.piece.account.number,
          known: conflict.known,
          seen: conflict.seen,
        },
      })),
    ],
    now,
  );
  const ended = completed.flatMap((subject) => waitKinds.map((kind) => ({ kind, subject })));
  await endWorkItems(tx, ended, { by: 'Atrio', outcome: 'details-came' }, now);
}

function waitingItem(id: string, entryId: string, piece: Bookable): NewWorkItem {
  const { plan, head, lines } = piece.content;
  const divided = lines.reduce((sum, { amount }) => sum + amount.minor, 0n);
  return {
    id,
    kind: plan.kind === 'waits' ? plan.because : 'details-missing',
    subject: entryId,
    entryId,
    accountId: piece.account.id,
    minor: head.amount.minor - divided,
    currency: head.amount.currency,
    facts: {
      account: piece.account.number,
      bookedOn: piece.content.bookedOn,
      text: head.text,
      ...(head.announced === undefined ? {} : { announced: String(head.announced) }),
    },
  };
}

function amountOf({ content: { head } }: Bookable) {
  return { minor: head.amount.minor, currency: head.amount.currency };
}

function conflictProblem({ piece, known, seen }: EntryWork['conflicts'][number]): Problem {
  return { kind: 'conflict', entry: piece.entry, facts: { known, seen } };
}
