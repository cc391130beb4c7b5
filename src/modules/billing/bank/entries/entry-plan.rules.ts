import type { Money } from '#kernel/money.ts';
import type { Unreadable } from '../camt/amount.rules.ts';
import { amountPlaces, type AmountPlace, type Detail } from '../camt/detail.rules.ts';
import type { EntryHead } from '../camt/entry.rules.ts';
import { referencesIn } from '../matching/reference-candidates.rules.ts';

/**
 * What the details of an entry add up to; summed piece by piece, so a batch may have any length.
 */
export type DetailSums = {
  readonly count: number;
  readonly places: { readonly [P in AmountPlace]: PlaceSum };
  readonly charges: bigint;
  readonly returned: boolean;
  readonly unreadable: Unreadable | undefined;
};
type PlaceSum = {
  readonly plain: bigint;
  /** With details of the other direction taken off. */
  readonly netted: bigint;
  readonly missing: number;
};

const nothing: PlaceSum = { plain: 0n, netted: 0n, missing: 0 };

export const noDetails: DetailSums = {
  count: 0,
  places: { amount: nothing, transaction: nothing, countervalue: nothing, instructed: nothing },
  charges: 0n,
  returned: false,
  unreadable: undefined,
};

export function addDetails(
  sums: DetailSums,
  { direction }: EntryHead,
  details: readonly Detail[],
): DetailSums {
  const places = { ...sums.places };
  for (const place of amountPlaces) {
    let { plain, netted, missing } = places[place];
    for (const detail of details) {
      const minor = detail.amounts[place]?.minor;
      if (minor === undefined) missing++;
      else {
        plain += minor;
        netted += detail.direction === undefined || detail.direction === direction ? minor : -minor;
      }
    }
    places[place] = { plain, netted, missing };
  }
  return {
    count: sums.count + details.length,
    places,
    charges: details.reduce((total, { charges }) => total + charges, sums.charges),
    returned: sums.returned || details.some(({ returned }) => returned),
    unreadable: sums.unreadable ?? details.find(({ unreadable }) => unreadable)?.unreadable,
  };
}

/** How the cash of an entry divides into lines. */
export type EntryPlan =
  /** Its amount is one line, whatever its details say. */
  | { readonly kind: 'whole' }
  /** Every detail is a line; together with what the bank kept they are the entry. */
  | {
      readonly kind: 'lines';
      readonly place: AmountPlace;
      readonly isNetted: boolean;
      readonly charge: bigint;
    }
  /** The details are some of the announced ones: they are lines, the rest waits. */
  | { readonly kind: 'partly'; readonly place: AmountPlace }
  /** All of it waits in the batch account, for a notification or a person. */
  | { readonly kind: 'waits'; readonly because: WaitReason }
  | { readonly kind: 'refused'; readonly unreadable: Unreadable };

export type WaitReason = 'details-missing' | 'details-differ';

/**
 * Decides how an entry divides. Nothing is split by guess: details count when their amounts, from
 * one
 * of the places where banks write them, add up to the entry, alone or together with its charges.
 */
export function planEntry(head: EntryHead, sums: DetailSums): EntryPlan {
  if (sums.unreadable) return { kind: 'refused', unreadable: sums.unreadable };
  if (head.direction === 'debit' || head.reversal) return { kind: 'whole' };
  if (sums.count === 0) return hasOwnReference(head) ? { kind: 'whole' } : waits('details-missing');
  return exactly(head, sums) ?? incomplete(head, sums);
}

const waits = (because: WaitReason): EntryPlan => ({ kind: 'waits', because });

function hasOwnReference({ isBatch, text }: EntryHead): boolean {
  return !isBatch && referencesIn([text]).length > 0;
}

function exactly({ amount, charges }: EntryHead, sums: DetailSums): EntryPlan | undefined {
  const complete = amountPlaces.filter((place) => sums.places[place].missing === 0);
  const found = (place: AmountPlace, isNetted: boolean, charge: bigint): EntryPlan => ({
    kind: 'lines',
    place,
    isNetted,
    charge,
  });
  for (const place of complete) {
    const { plain, netted } = sums.places[place];
    if (plain === amount.minor) return found(place, false, 0n);
    if (netted === amount.minor) return found(place, true, 0n);
  }
  for (const place of complete) {
    const { plain } = sums.places[place];
    for (const charge of [charges, sums.charges]) {
      if (charge !== 0n && plain - charge === amount.minor) return found(place, false, charge);
    }
  }
  return undefined;
}

function incomplete({ amount, announced }: EntryHead, sums: DetailSums): EntryPlan {
  const isShort = announced !== undefined && announced > sums.count;
  if (!isShort && sums.count === 1) return { kind: 'whole' };
  const place = amountPlaces.find((one) => isSome(sums.places[one], amount));
  if (isShort) return place ? { kind: 'partly', place } : waits('details-missing');
  const areTold = amountPlaces.some((one) => sums.places[one].missing === 0);
  return waits(areTold ? 'details-differ' : 'details-missing');
}

const isSome = ({ plain, missing }: PlaceSum, whole: Money): boolean =>
  missing === 0 && plain > 0n && plain < whole.minor;
