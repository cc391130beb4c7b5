import type { Runs } from '../statements/runs.rules.ts';
import type { EntryRow, KnownEntry } from './entry.store.ts';
import type { Bookable } from './piece.rules.ts';

/** An entry while pieces are taken: its lines and tellers grow. */
export type Standing = Omit<KnownEntry, 'lines' | 'divided' | 'tellers'> & {
  lines: Map<number, string>;
  divided: bigint;
  tellers: string[];
};

/**
 * The entries that pieces may be about. The n-th of equal entries in a statement is the n-th that is
 * known, leaving out those of statements that certainly tell of other entries: so overlapping files
 * bring nothing twice, and two equal payments stay two.
 */
export class KnownEntries {
  readonly #byBase = new Map<string, Standing[]>();
  readonly #byId = new Map<string, Standing>();
  readonly #runs: Runs;

  constructor(found: readonly (KnownEntry & { readonly knownAs: string })[], runs: Runs) {
    this.#runs = runs;
    for (const { knownAs, ...entry } of found) this.#put(entry.accountId, knownAs, entry);
  }

  find({ account, statementId, content }: Bookable): Standing | undefined {
    const equals = this.#byBase.get(`${account.id} ${content.base}`) ?? [];
    const possible = equals.filter(
      ({ tellers }) => !tellers.some((teller) => this.#runs.areApart(teller, statementId)),
    );
    return possible[content.occurrence - 1];
  }

  /** The number of a further entry among its equals. */
  nextNumber({ account, content }: Bookable): number {
    const equals = this.#byBase.get(`${account.id} ${content.base}`) ?? [];
    const own = equals.filter(({ base }) => base === content.base);
    return Math.max(0, ...own.map(({ number }) => number)) + 1;
  }

  /** A new entry of a piece. */
  add(entry: EntryRow): Standing {
    const { accountId, base, statementId } = entry;
    const fresh = { ...entry, lines: new Map<number, string>(), divided: 0n };
    return this.#put(accountId, base, { ...fresh, tellers: [statementId] });
  }

  /** A known entry under the spelling of a piece. */
  addAs({ account, content }: Bookable, entry: KnownEntry): void {
    this.#put(account.id, content.base, entry);
  }

  #put(accountId: string, base: string, entry: KnownEntry): Standing {
    const { lines, tellers } = entry;
    const standing = this.#byId.get(entry.id) ?? {
      ...entry,
      lines: new Map(lines),
      tellers: [...tellers],
    };
    this.#byId.set(entry.id, standing);
    const key = `${accountId} ${base}`;
    this.#byBase.set(key, [...(this.#byBase.get(key) ?? []), standing]);
    return standing;
  }
}
