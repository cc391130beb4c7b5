import type { Instant } from '#kernel/calendar.ts';
import { toUuid } from '#kernel/ids.ts';
import { newId } from '#kernel/new-id.ts';
import type { Tx } from '#platform/database/tx.ts';
import { contentOf, hintsAgree, type NewLine } from '../lines/bank-line.rules.ts';
import {
  findAlike,
  findEntries,
  insertAliases,
  insertEntries,
  insertSightings,
  type EntryBase,
  type EntryRow,
  type KnownEntry,
} from './entry.store.ts';
import type { Runs } from '../statements/runs.rules.ts';
import { KnownEntries, type Standing } from './known-entries.ts';
import type { Bookable } from './piece.rules.ts';
import { compareTellings } from './sighting.rules.ts';

/** An entry that some pieces are about. */
export type Entered = Pick<KnownEntry, 'id' | 'accountId' | 'bookedOn' | 'batched'> & {
  readonly accountNumber: string;
};

export type EnteredLine = { readonly entry: Entered; readonly line: NewLine };

export type Conflict = {
  readonly piece: Bookable;
  readonly entryId: string;
  readonly known: string;
  readonly seen: string;
};

/** What entering did: everything that has to be placed, asked or told afterwards. */
export type EntryWork = {
  readonly lines: readonly EnteredLine[];
  /** New entries whose cash waits, whole or in part, in the batch account. */
  readonly waiting: readonly { readonly entry: EntryRow; readonly piece: Bookable }[];
  /** Entries that got details they waited for; complete when nothing is left. */
  readonly completed: readonly string[];
  readonly conflicts: readonly Conflict[];
  /** Entries that were known before. */
  readonly known: number;
};

/**
 * Gives each entry its identity and keeps its cash once, whatever files and messages tell of it.
 * The caller holds the accounts' locks, so nobody enters the same beside us.
 */
export async function enterEntries(
  tx: Tx,
  { pieces, runs }: { readonly pieces: readonly Bookable[]; readonly runs: Runs },
  now: Instant,
): Promise<EntryWork> {
  const known = new KnownEntries(await findEntries(tx, basesOf(pieces)), runs);
  const aliases = await linkAlike(tx, pieces, known);
  const desk = new EntryDesk(known, now);
  for (const piece of pieces) desk.take(piece);
  await Promise.all([
    insertEntries(tx, desk.entries),
    insertAliases(tx, aliases),
    insertSightings(tx, desk.sightings),
  ]);
  return desk;
}

function basesOf(pieces: readonly Bookable[]): EntryBase[] {
  const bases = pieces.map(({ account, content: { base } }) => ({ accountId: account.id, base }));
  return [...new Map(bases.map((one) => [`${one.accountId} ${one.base}`, one])).values()];
}

/**
 * A statement and a notification may spell one entry differently, e.g. without the bank's reference.
 * The same day, amount and direction, told of by the other kind only and denied by nothing: one entry.
 */
async function linkAlike(
  tx: Tx,
  pieces: readonly Bookable[],
  known: KnownEntries,
): Promise<readonly (EntryBase & { entryId: string })[]> {
  const aliases: (EntryBase & { entryId: string })[] = [];
  for (const kind of ['statement', 'notification'] as const) {
    const fresh = pieces.filter(
      (piece) => piece.kind === kind && piece.first === 0 && !known.find(piece),
    );
    const free = new Set(await findAlike(tx, fresh.map(likenessOf), kind));
    for (const piece of free.size > 0 ? fresh : []) {
      const found = known.find(piece) ? undefined : [...free].find((one) => isAlike(one, piece));
      if (!found) continue;
      free.delete(found);
      known.addAs(piece, found);
      const { accountId, id: entryId } = found;
      aliases.push({ accountId, base: piece.content.base, entryId });
    }
  }
  return aliases;
}

function likenessOf({ account, content: { head, bookedOn } }: Bookable) {
  const { minor, currency } = head.amount;
  const { direction, reversal } = head;
  return { accountId: account.id, bookedOn, minor, currency, direction, reversal };
}

function isAlike(candidate: KnownEntry, { account, content }: Bookable): boolean {
  const { head, bookedOn, hint } = content;
  const bothNamed = candidate.reference !== undefined && head.serviceReference !== undefined;
  return (
    !bothNamed &&
    candidate.accountId === account.id &&
    candidate.bookedOn === bookedOn &&
    candidate.minor === head.amount.minor &&
    candidate.currency === head.amount.currency &&
    candidate.direction === head.direction &&
    candidate.reversal === head.reversal &&
    hintsAgree(candidate.hint, hint)
  );
}

/** A further part of a long entry that this statement brought; not the same part once more. */
function isGoingOn(standing: Standing, { statementId, entry, first, content }: Bookable): boolean {
  return (
    first > 0 &&
    standing.statementId === statementId &&
    standing.ordinal === entry &&
    !content.lines.some(({ position }) => standing.lines.has(position))
  );
}

class EntryDesk implements EntryWork {
  readonly entries: EntryRow[] = [];
  readonly sightings: { entryId: string; statementId: string }[] = [];
  readonly lines: EnteredLine[] = [];
  readonly waiting: { entry: EntryRow; piece: Bookable }[] = [];
  readonly completed: string[] = [];
  readonly conflicts: Conflict[] = [];
  known = 0;
  readonly #known: KnownEntries;
  readonly #now: Instant;

  constructor(known: KnownEntries, now: Instant) {
    this.#known = known;
    this.#now = now;
  }

  take(piece: Bookable): void {
    const standing = this.#known.find(piece);
    if (!standing) return this.#enter(piece);
    if (isGoingOn(standing, piece)) this.#add(standing, piece, piece.content.lines);
    else this.#seeAgain(standing, piece);
  }

  #enter(piece: Bookable): void {
    const { account, content } = piece;
    const { head, plan } = content;
    const batched = plan.kind === 'waits' || plan.kind === 'partly';
    const entry: EntryRow = {
      id: toUuid(newId('ben', this.#now)),
      accountId: account.id,
      base: content.base,
      number: this.#known.nextNumber(piece),
      statementId: piece.statementId,
      ordinal: piece.entry,
      direction: head.direction,
      reversal: head.reversal,
      minor: head.amount.minor,
      currency: head.amount.currency,
      bookedOn: content.bookedOn,
      valueOn: head.valueOn,
      reference: head.serviceReference,
      bankCode: head.bankCode,
      text: head.text,
      hint: content.hint,
      announced: head.announced,
      batched,
    };
    this.entries.push(entry);
    const standing = this.#known.add(entry);
    if (batched) this.waiting.push({ entry, piece });
    this.#add(standing, piece, content.lines);
  }

  #add(standing: Standing, piece: Bookable, lines: readonly NewLine[]): void {
    const entry: Entered = { ...standing, accountNumber: piece.account.number };
    for (const line of lines) {
      this.lines.push({ entry, line });
      const isAlong = line.direction === standing.direction;
      standing.divided += isAlong ? line.amount.minor : -line.amount.minor;
      if (line.position >= 0) standing.lines.set(line.position, contentOf(line));
    }
  }

  #seeAgain(standing: Standing, piece: Bookable): void {
    if (piece.first === 0) {
      this.known++;
      if (standing.statementId === piece.statementId) return;
      this.sightings.push({ entryId: standing.id, statementId: piece.statementId });
      standing.tellers.push(piece.statementId);
    }
    const seen = compareTellings(standing, piece);
    if (seen.kind === 'conflict') this.conflicts.push({ piece, entryId: standing.id, ...seen });
    if (seen.kind !== 'adds') return;
    this.#add(standing, piece, seen.lines);
    if (standing.divided === standing.minor) this.completed.push(standing.id);
  }
}
