import type { Instant } from '#kernel/calendar.ts';
import type { Tx } from '#platform/database/tx.ts';
import { pushKind } from '../../authenticator/push-kind.ts';
import { emergencyKind } from '../emergency/emergency-kind.ts';
import type { AnswerOf, FactorType } from '../factor.rules.ts';
import type { Asked, Candidate, FactorKind } from './kind.ts';
import { passkeyKind } from '../passkeys/passkey-kind.ts';
import { smsKind } from '../sms/sms-kind.ts';
import { totpKind } from '../totp/totp-kind.ts';

/** The kinds of factors there are. One more is one more file, here and in factor.rules.ts. */
const kinds: { readonly [T in FactorType]: FactorKind<T> } = {
  passkey: passkeyKind,
  push: pushKind,
  totp: totpKind,
  sms: smsKind,
  emergency: emergencyKind,
};

/** Reads what an answer is compared with, in the transaction that reserves the try. */
export function candidateOf<T extends FactorType>(
  tx: Tx,
  { method, answer, asked }: { method: T; answer: AnswerOf<T>; asked: Asked },
  now: Instant,
): Promise<Candidate> {
  return kinds[method].read(tx, asked, answer, now);
}

/** What a browser needs before it can answer; undefined where a person simply types. */
export async function challengeOf(
  tx: Tx,
  method: FactorType,
  asked: Asked,
  now: Instant,
): Promise<object | undefined> {
  return kinds[method].challenge?.(tx, asked, now);
}
