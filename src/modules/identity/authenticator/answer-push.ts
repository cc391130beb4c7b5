import { timingSafeEqual } from 'node:crypto';
import { nobody } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import { fromUuid } from '#kernel/ids.ts';
import { record } from '#modules/activity/index.ts';
import { settingsOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import { streamOf, type Account } from '../accounts/account.rules.ts';
import { lockAccount } from '../accounts/account.store.ts';
import type { FactorId } from '../factors/factor.rules.ts';
import { tellOwner } from '../factors/tell-owner.ts';
import { deviceLabel } from '../sessions/device-name.ts';
import { findApp } from './app.store.ts';
import { appRefused } from './push.refusals.ts';
import {
  decisionPayload,
  pushLimits,
  readingPayload,
  type DecisionPayload,
  type SignedMessage,
} from './push.rules.ts';
import { countWrongCode, decidePush, waitingPush, type PushId } from './push-request.store.ts';
import { appKey, claimed, requireSigned } from './signed.ts';

/** What an app sees of what waits: everything but the number (MF-09). */
export type Waiting = {
  readonly attempt: PushId;
  readonly purpose: 'sign-in' | 'step-up';
  readonly browser: string;
  readonly place: string;
  readonly askedAt: Instant;
  readonly expiresAt: Instant;
};

export type AppState =
  | { readonly state: 'removed' | 'not-finished' }
  | { readonly state: 'active'; readonly waiting: Waiting | undefined };

/** What waits for this app; an app that was removed learns it here (R161). */
export async function readWaiting(tx: Tx, message: SignedMessage, now: Instant): Promise<AppState> {
  const said = claimed(readingPayload, message);
  const app = await findApp(tx, said.factorId);
  // its key is wiped, or its enrolment was never finished
  if (!app?.publicKey || app.state === 'revoked') return { state: 'removed' };
  const { origin } = settingsOf(tx);
  requireSigned(message, { key: appKey(app.publicKey), origin, said }, now);
  if (app.state !== 'active') return { state: 'not-finished' };
  const push = await waitingPush(tx, app.holder, now);
  return { state: 'active', waiting: push && presented(push) };
}

export type Decided = {
  readonly outcome: 'approved' | 'denied' | 'reported' | 'wrong-code' | 'over';
  readonly left: number;
};

/** The app decides. An approval carries the number of the page; three wrong ones end it. */
export async function decide(tx: Tx, message: SignedMessage, now: Instant): Promise<Decided> {
  const said = claimed(decisionPayload, message);
  const app = await findApp(tx, said.factorId);
  if (!app?.publicKey || app.state !== 'active') throw appRefused({});
  const { origin } = settingsOf(tx);
  requireSigned(message, { key: appKey(app.publicKey), origin, said }, now);
  const account = await lockAccount(tx, app.holder);
  const push = await waitingPush(tx, app.holder, now);
  const pushId = push && fromUuid('psh', push.id);
  if (!push || pushId !== said.attempt) return { outcome: 'over', left: 0 };

  const { factorId } = said;
  if (said.decision !== 'approve') {
    return refuse(tx, { account, pushId, factorId, decision: said.decision, push }, now);
  }
  if (!timingSafeEqual(Buffer.from(said.code), Buffer.from(push.code))) {
    const left = await countWrongCode(tx, pushId, now);
    await note(tx, { account, action: 'identity.push-wrong-number', push }, now);
    return { outcome: 'wrong-code', left };
  }
  const isFirst = await decidePush(tx, { pushId, factorId, state: 'approved' }, now);
  return { outcome: isFirst ? 'approved' : 'over', left: pushLimits.wrongCodes };
}

type Push = NonNullable<Awaited<ReturnType<typeof waitingPush>>>;

async function refuse(
  tx: Tx,
  of: {
    account: Account;
    pushId: PushId;
    factorId: FactorId;
    decision: Exclude<DecisionPayload['decision'], 'approve'>;
    push: Push;
  },
  now: Instant,
): Promise<Decided> {
  const { account, pushId, factorId, decision, push } = of;
  const state = decision === 'deny' ? 'denied' : 'reported';
  if (!(await decidePush(tx, { pushId, factorId, state }, now)))
    return { outcome: 'over', left: 0 };
  await note(tx, { account, action: `identity.push-${state}`, push }, now);
  if (state === 'reported') {
    await tellOwner(tx, account, { happened: 'reported', type: 'push', label: '' }, now);
  }
  return { outcome: state, left: 0 };
}

async function note(
  tx: Tx,
  { account, action, push }: { account: Account; action: string; push: Push },
  now: Instant,
): Promise<void> {
  const personal = { device: deviceLabel(push.agent), from: push.prefix };
  const facts = { method: 'push', where: push.purpose };
  const stream = streamOf(account.holder);
  await record(tx, { stream, action, actor: nobody, facts, personal }, now);
}

function presented(push: Push): Waiting {
  return {
    attempt: fromUuid('psh', push.id),
    purpose: push.purpose,
    browser: deviceLabel(push.agent),
    place: push.prefix,
    askedAt: push.created_at,
    expiresAt: push.expires_at,
  };
}
