import { z } from 'zod';
import { factorId } from '../../factors/factor.rules.ts';
import { pushLimits } from '../push.rules.ts';

/** Why a phone is woken. What it is about, it asks for itself. */
export type WakeReason = 'asked' | 'paired' | 'changed';

/** How long a push service keeps the wake-up for a phone that is off. */
export const keptSeconds: { readonly [R in WakeReason]: number } = {
  // nobody waits for it any longer
  asked: pushLimits.seconds,
  paired: pushLimits.seconds,
  // that it was removed is news tomorrow as well (R161)
  changed: 24 * 60 * 60,
};

export const wakeUp = z.object({
  factorId,
  reason: z.enum(['asked', 'paired', 'changed']),
  /** From then on nothing is sent. */
  diesAt: z.iso.datetime(),
});
