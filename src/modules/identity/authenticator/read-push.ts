import type { Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import type { Tx } from '#platform/database/tx.ts';
import { findAttempt } from '../gate/attempt.store.ts';
import { holderOf } from '../sessions/end-sessions.ts';
import { tokenHash } from '../tokens/token.ts';
import { shownState } from './push.rules.ts';
import { pushOf } from './push-request.store.ts';

type Shown = ReturnType<typeof shownState>;

/** How it stands with the phone, for the browser whose attempt asked it (MF-02). */
export async function pushOfAttempt(
  tx: Tx,
  token: string | undefined,
  now: Instant,
): Promise<Shown> {
  const attempt = token && (await findAttempt(tx, tokenHash(token), now));
  if (!attempt) return 'over';
  const { holder, attemptId: boundTo } = attempt;
  return shownState(await pushOf(tx, { holder, purpose: 'sign-in', boundTo }), now);
}

/** The same for a proof that a session asked for. */
export async function pushOfSession(
  tx: Tx,
  actor: Extract<Actor, { kind: 'user' | 'staff' }>,
  now: Instant,
): Promise<Shown> {
  const binding = {
    holder: holderOf(actor),
    purpose: 'step-up',
    boundTo: actor.sessionId,
  } as const;
  return shownState(await pushOf(tx, binding), now);
}
