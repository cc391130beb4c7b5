import type { Instant } from '#kernel/calendar.ts';
import { fromUuid } from '#kernel/ids.ts';
import { settingsOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Holder } from '../accounts/account.rules.ts';
import { accountOf } from '../accounts/account.store.ts';
import { organizationName } from '../gate/organization-name.ts';
import { findApp } from './app.store.ts';
import { askedFrom } from './asked-from.ts';
import { aboutIn, readingPayload, type SignedMessage } from './push.rules.ts';
import { waitingPush, type PushId, type WaitingPush } from './push-request.store.ts';
import { appKey, claimed, requireSigned } from './signed.ts';
import { pushKeyOf } from './wake-up/push-key.ts';

/** What an app sees of what waits: everything but the number (MF-09). */
export type Waiting = {
  readonly attempt: PushId;
  readonly purpose: 'sign-in' | 'step-up';
  /** The route that it opens, where that cannot be undone. */
  readonly action: string | undefined;
  readonly organization: string | undefined;
  readonly browser: string;
  readonly place: string;
  /** Asked in a browser that the owner used before. */
  readonly isKnown: boolean;
  readonly askedAt: Instant;
  readonly expiresAt: Instant;
};

export type AppState = {
  readonly state: 'active' | 'not-finished' | 'stopped' | 'removed';
  readonly waiting: Waiting | undefined;
  /** Its approvals want the screen lock of its phone. */
  readonly hasScreenLock: boolean;
  /** Absent where nothing can be sent to it any more. */
  readonly push: { readonly key: string; readonly isWoken: boolean } | undefined;
};

/** What waits for this app; an app that was removed learns it here (R161). */
export async function readWaiting(tx: Tx, message: SignedMessage, now: Instant): Promise<AppState> {
  const said = claimed(readingPayload, message);
  const app = await findApp(tx, said.factorId);
  // its key is wiped, or its enrolment was never finished
  if (!app?.publicKey || app.state === 'revoked') {
    return { state: 'removed', waiting: undefined, hasScreenLock: false, push: undefined };
  }
  const { origin } = settingsOf(tx);
  requireSigned(message, { key: appKey(app.publicKey), origin, said }, now);
  const push = { key: (await pushKeyOf(tx, now)).publicKey, isWoken: app.isWoken };
  const { hasScreenLock } = app;
  if (app.state !== 'active') {
    const state = app.state === 'pending' ? 'not-finished' : 'stopped';
    return { state, waiting: undefined, hasScreenLock, push };
  }
  const waits = await waitingPush(tx, app.holder, now);
  const waiting = waits && (await presented(tx, app.holder, waits, now));
  return { state: 'active', waiting, hasScreenLock, push };
}

async function presented(
  tx: Tx,
  holder: Holder,
  push: WaitingPush,
  now: Instant,
): Promise<Waiting> {
  const { language } = await accountOf(tx, holder);
  const { action, organizationId } = aboutIn(push.about);
  const asks = organizationId && holder.kind === 'user' && { organizationId, userId: holder.id };
  return {
    action,
    organization: asks ? await organizationName.announce(tx, asks, now) : undefined,
    attempt: fromUuid('psh', push.id),
    purpose: push.purpose,
    ...askedFrom(tx, push, language),
    isKnown: push.is_known,
    askedAt: push.created_at,
    expiresAt: push.expires_at,
  };
}
