import { createPublicKey, verify, type KeyObject } from 'node:crypto';
import type { z } from 'zod';
import type { Instant } from '#kernel/calendar.ts';
import { appRefused } from './push.refusals.ts';
import { pushLimits, type SignedMessage } from './push.rules.ts';

/** A P-256 key of an app; anything else is refused. */
export function appKey(spki: Buffer): KeyObject {
  let key: KeyObject;
  try {
    key = createPublicKey({ key: spki, format: 'der', type: 'spki' });
  } catch {
    throw appRefused({});
  }
  if (key.asymmetricKeyDetails?.namedCurve !== 'prime256v1') throw appRefused({});
  return key;
}

/** What a message says, before anybody knows whether it is true: only to find its key by. */
export function claimed<T>(schema: z.ZodType<T>, { payload }: SignedMessage): T {
  const parsed = schema.safeParse(jsonOf(payload));
  if (!parsed.success) throw appRefused({});
  return parsed.data;
}

/** Refuses what this key did not sign, what was signed for another place, and what is old. */
export function requireSigned(
  message: SignedMessage,
  by: { key: KeyObject; origin: string; said: { readonly origin: string; readonly iat: number } },
  now: Instant,
): void {
  const { key, origin, said } = by;
  const signature = Buffer.from(message.signature, 'base64url');
  const how = { key, dsaEncoding: 'ieee-p1363' } as const;
  const isTheirs = verify('sha256', Buffer.from(message.payload), how, signature);
  const age = Math.abs(now.getTime() / 1000 - said.iat);
  if (!isTheirs || said.origin !== origin || age > pushLimits.signedSeconds) throw appRefused({});
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
