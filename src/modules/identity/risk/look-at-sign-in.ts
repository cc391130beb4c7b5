import type { Instant } from '#kernel/calendar.ts';
import type { Tx } from '#platform/database/tx.ts';
import { spotOf } from '../places/place-of.ts';
import { isAnonymised } from './anonymisers.ts';
import type { History } from './history.store.ts';
import { signalsOf, type Signal } from './risk.rules.ts';

/** A sign-in as it looks beside those before it. */
export type Looked = { readonly signals: readonly Signal[]; readonly wantsAll: boolean };

/** Of the session with which an account begins. */
export const nothingUnusual: Looked = { signals: [], wantsAll: false };

/** Looks at a sign-in before its session is written: what is unusual, and who wants to hear of it. */
export function lookAtSignIn(
  tx: Tx,
  of: { history: History; prefix: string; isNewDevice: boolean; failuresBefore: number },
  now: Instant,
): Looked {
  const { history, prefix, isNewDevice, failuresBefore } = of;
  const { wantsAll, earlier } = history;
  const looks = {
    isNewDevice,
    failuresBefore,
    spot: spotOf(tx, prefix),
    isAnonymised: isAnonymised(tx, prefix),
    earlier: earlier.map((one) => ({ ...one, spot: spotOf(tx, one.prefix) })),
  };
  return { signals: signalsOf(looks, now), wantsAll };
}
