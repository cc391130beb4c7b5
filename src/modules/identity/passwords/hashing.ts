import { availableParallelism } from 'node:os';
import { hash, verify } from '@node-rs/argon2';
import { hashCost, isTooLong, normalized, type HashCost } from './password.rules.ts';
import { hashingBusy } from './password.refusals.ts';

/**
 * Checked in place of a missing record, so that nobody can tell by the time it takes. It has
 * today's cost and belongs to no password that anybody knows.
 */
export const nobodysRecord =
  '$argon2id$v=19$m=19456,t=2,p=1$O4aAacc+uMwTxZZgXQY43A' +
  '$JBIm1Kx36mKbg3OTFHQcB26IFyUMSW2m4uJDkOt6Vww';

export type Hasher = {
  /**
   * Lets as many come near as could be served, and turns the others away at once: before anything
   * is read or written for them.
   */
  lineUp<T>(work: () => Promise<T>): Promise<T>;
  hash(password: string): Promise<string>;
  /** Always costs one computation, whatever the record. */
  verify(record: string | undefined, password: string): Promise<boolean>;
};

/**
 * Hashing takes a place of few, waits in a queue of few, or is refused: it must not take the
 * process down (PW-16). Places leave two of libuv's four threads to files and names.
 */
export function openHasher({
  places,
  waiting,
  cost = hashCost,
}: {
  places: number;
  waiting: number;
  cost?: HashCost;
}): Hasher {
  const queue: (() => void)[] = [];
  let taken = 0;
  let inLine = 0;
  const busy = () => hashingBusy({ retryAfterSeconds: 2 });

  const inPlace = async <T>(work: () => Promise<T>): Promise<T> => {
    if (taken < places) taken++;
    else if (queue.length >= waiting) throw busy();
    else await new Promise<void>((resolve) => queue.push(resolve)); // takes over a place
    try {
      return await work();
    } finally {
      const next = queue.shift();
      if (next) next();
      else taken--;
    }
  };

  return {
    lineUp: async (work) => {
      if (inLine >= places + waiting) throw busy();
      inLine++;
      try {
        return await work();
      } finally {
        inLine--;
      }
    },
    hash: (password) => inPlace(() => hash(normalized(password), cost)),
    verify: (record, password) =>
      inPlace(async () => {
        const text = normalized(password);
        const isRight = await verify(record ?? nobodysRecord, isTooLong(text) ? '' : text);
        return isRight && record !== undefined && !isTooLong(text);
      }),
  };
}

const cores = availableParallelism();

/** This process's places. */
export const hasher: Hasher = openHasher({ places: Math.min(cores, 2), waiting: 32 * cores });

/** For accounts that are made by commands and the demo, outside any transaction. */
export const hashPassword = (password: string): Promise<string> => hasher.hash(password);
