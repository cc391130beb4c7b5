import type { Instant } from '#kernel/calendar.ts';
import type { Tx } from '#platform/database/tx.ts';
import { identity } from '../../tables.generated.ts';

/** What a passkey is asked to sign for. */
export type ChallengePurpose =
  | 'register'
  | 'door'
  | 'sign-in'
  | 'step-up'
  /** To make the screen lock of a phone, and to approve one request with it. */
  | 'screen-lock'
  | 'approve';

export type Challenge = {
  readonly tokenHash: Buffer;
  readonly purpose: ChallengePurpose;
  /** The enrolment, browser, attempt or session that asked. */
  readonly boundTo: string;
};

export async function insertChallenge(
  tx: Tx,
  { tokenHash, purpose, boundTo, expiresAt }: Challenge & { expiresAt: Instant },
  now: Instant,
): Promise<void> {
  await identity(tx)
    .insertInto('identity.challenge')
    .values({
      token_hash: tokenHash,
      purpose,
      bound_to: boundTo,
      created_at: now,
      expires_at: expiresAt,
    })
    .execute();
}

/** True once, and only for the purpose and the place that it was made for (MF-14). */
export async function takeChallenge(tx: Tx, challenge: Challenge, now: Instant): Promise<boolean> {
  const taken = await identity(tx)
    .deleteFrom('identity.challenge')
    .where('token_hash', '=', challenge.tokenHash)
    .where('purpose', '=', challenge.purpose)
    .where('bound_to', '=', challenge.boundTo)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return taken.numDeletedRows === 1n;
}

export async function sweepChallenges(tx: Tx, now: Instant): Promise<void> {
  await identity(tx).deleteFrom('identity.challenge').where('expires_at', '<=', now).execute();
}
