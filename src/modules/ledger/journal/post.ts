import type { Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import type { OrganizationId } from '#kernel/ids.ts';
import type { Money } from '#kernel/money.ts';
import { newId } from '#kernel/new-id.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { PrepaidBalance } from '../accounts/account.rules.ts';
import {
  lockPrepaidAccounts,
  savePrepaidAccounts,
  type PrepaidKey,
  type PrepaidStanding,
} from '../accounts/prepaid-account.store.ts';
import { findMovements, hashOf, holderUuid, insertMovements, type Draft } from './journal.store.ts';
import {
  assertBalanced,
  prepaidChange,
  type JournalId,
  type Posted,
  type Posting,
} from './posting.rules.ts';

/** Books one movement of money, once per key; throws when it does not balance. */
export async function post(tx: Tx, posting: Posting, actor: Actor, now: Instant): Promise<Posted> {
  const [posted] = await postAll(tx, [posting], actor, now);
  if (!posted) throw new TypeError('a posting got no answer');
  return posted;
}

/** Books many movements in a handful of statements; the answers stand in the postings' order. */
export async function postAll(
  tx: Tx,
  postings: readonly Posting[],
  actor: Actor,
  now: Instant,
): Promise<readonly Posted[]> {
  if (postings.length === 0) return [];
  postings.forEach(assertBalanced);
  assertDifferentKeys(postings);
  const drafts = postings.map((posting) => ({ posting, journalId: newId('jtx', now) }));
  // prepaid comes before the books: the lock order says so, and the balance is decided under it
  const held = await lockPrepaidAccounts(
    tx,
    drafts.flatMap(({ posting }) => prepaidKeyOf(posting)),
  );
  const written = await insertMovements(tx, drafts, actor, now);
  const known = await knownOf(
    tx,
    drafts.filter(({ journalId }) => !written.has(journalId)),
  );
  const prepaid = new PrepaidBook(held);

  const posted = drafts.map(({ posting, journalId }) => {
    const before = known.get(journalId);
    if (before) return { journalId: before, posted: false };
    const standing = prepaid.apply(posting);
    return { journalId, posted: true, ...(standing && { prepaid: standing }) };
  });
  if (prepaid.changed.length > 0) await savePrepaidAccounts(tx, prepaid.changed);
  return posted;
}

/**
 * Ids of movements that were in the books already, by the id that the repetition would have got.
 */
async function knownOf(
  tx: Tx,
  repeated: readonly Draft[],
): Promise<ReadonlyMap<JournalId, JournalId>> {
  if (repeated.length === 0) return new Map();
  const found = await findMovements(
    tx,
    repeated.map(({ posting }) => posting),
  );
  const byKey = new Map(found.map((movement) => [movement.holder + movement.key, movement]));
  return new Map(
    repeated.map(({ posting, journalId }) => {
      const known = byKey.get(holderUuid(posting.holder) + posting.key);
      if (!known?.hash.equals(hashOf(posting))) {
        throw new TypeError(`${posting.key} stands for another movement already`);
      }
      return [journalId, known.journalId];
    }),
  );
}

function assertDifferentKeys(postings: readonly Posting[]): void {
  const keys = new Set(postings.map(({ holder, key }) => `${holder}:${key}`));
  if (keys.size !== postings.length) throw new TypeError('two postings under one key');
}

function prepaidKeyOf(posting: Posting): PrepaidKey[] {
  const change = prepaidChange(posting);
  return change ? [{ organizationId: holderOf(posting), currency: change.currency }] : [];
}

function holderOf({ holder }: Posting): OrganizationId {
  if (holder === 'provider') throw new TypeError('the provider has no prepaid account with itself');
  return holder;
}

/** The locked balances while movements are applied to them, one after the other. */
class PrepaidBook {
  readonly #standings: Map<string, PrepaidStanding>;
  readonly #changed = new Set<string>();

  constructor(held: readonly PrepaidStanding[]) {
    this.#standings = new Map(held.map((one) => [one.organizationId + one.currency, one]));
  }

  apply(posting: Posting): PrepaidBalance | undefined {
    const change: Money | undefined = prepaidChange(posting);
    if (!change) return undefined;
    const key = holderOf(posting) + change.currency;
    const before = this.#standings.get(key);
    if (!before) throw new TypeError('a prepaid account that was not locked');
    const after = { ...before, minor: before.minor + change.minor, version: before.version + 1n };
    if (after.minor < 0n) throw new RangeError(`${posting.kind}: prepaid would be negative`);
    this.#standings.set(key, after);
    this.#changed.add(key);
    return { currency: after.currency, minor: after.minor, version: after.version };
  }

  get changed(): readonly PrepaidStanding[] {
    return [...this.#standings].filter(([key]) => this.#changed.has(key)).map(([, one]) => one);
  }
}
