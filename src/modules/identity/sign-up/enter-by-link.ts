import type { Instant } from '#kernel/calendar.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { UserId } from '#kernel/ids.ts';
import { newId } from '#kernel/new-id.ts';
import type { Tx } from '#platform/database/tx.ts';
import { addressTaken } from '../accounts/account.refusals.ts';
import { beginAttempt } from '../gate/attempt.store.ts';
import type { Browser } from '../gate/browser.rules.ts';
import { completeAttempt, type Completed } from '../gate/complete-attempt.ts';
import { attemptSeconds } from '../gate/gate.rules.ts';
import { after } from '../sessions/session.rules.ts';
import { methodsOf } from '../sign-in/prove-factor.ts';
import type { Waiting } from '../sign-in/sign-in.ts';
import { newToken, tokenHash } from '../tokens/token.ts';
import { linkDead } from '../tokens/token.refusals.ts';

type Entering = {
  readonly userId: UserId;
  readonly browser: Browser;
  readonly returnTo: string;
};

/** Brings a user whom a mailed link just made to the gate, like everyone. */
export async function enterByLink(
  tx: Tx,
  { userId, browser, returnTo }: Entering,
  now: Instant,
): Promise<Completed | Waiting> {
  const attemptId = newId('try', now);
  const attemptToken = newToken('mt');
  const attempt = await beginAttempt(
    tx,
    {
      attemptId,
      holder: { kind: 'user', id: userId },
      done: ['mailed-link'],
      stay: false,
      returnTo,
      tokenHash: tokenHash(attemptToken),
      prefix: browser.prefix,
      agent: browser.agent,
      expiresAt: after(now, attemptSeconds),
    },
    now,
  );
  const completion = await completeAttempt(tx, { attempt, browser }, now);
  if (completion.kind === 'signed-in') return completion;
  if (completion.kind === 'deny') throw linkDead({});
  const methods = await methodsOf(tx, { kind: 'user', id: userId });
  return { kind: 'waiting', attemptToken, methods };
}

/** Somebody opened an account with the same address first. */
export function deadWhereTaken(error: unknown): never {
  throw error instanceof Refusal && error.code === addressTaken.code ? linkDead({}) : error;
}
