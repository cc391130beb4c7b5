import type { Id } from '#kernel/ids.ts';

export type SendId = Id<'snd'>;
export type StopId = Id<'stp'>;

const hour = 60 * 60;

/**
 * Who is paid for texts has them sent to numbers that nobody reads: their codes never come back.
 * Where fewer than this part of the recent ones did, no more leave (3.13).
 */
export const watched = {
  /** What counts as recent. */
  windowSeconds: 6 * hour,
  leastVerifiedPercent: 30,
  /** Below so many nothing is concluded: a few people change their minds. */
  sample: { country: 30, block: 10 },
  /** How long sends are kept for the page of the staff. */
  keptSeconds: 7 * 24 * hour,
} as const;

/** Codes that were sent to a place and had their time: each came back, or will not. */
export type Traffic = {
  readonly place: string;
  readonly country: string;
  readonly sends: number;
  readonly verified: number;
};

/** A country by its code, a block of numbers by what its numbers begin with. */
export const kindOfPlace = (place: string): 'country' | 'block' =>
  place.startsWith('+') ? 'block' : 'country';

/** Whether too few of its codes came back to go on sending. */
export function isPumped({ place, sends, verified }: Traffic): boolean {
  if (sends < watched.sample[kindOfPlace(place)]) return false;
  return verified * 100 < sends * watched.leastVerifiedPercent;
}
