import { timingSafeEqual } from 'node:crypto';
import { nobody } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import { fromUuid } from '#kernel/ids.ts';
import { record } from '#modules/activity/index.ts';
import { settingsOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import { streamOf, type Account, type Holder } from '../accounts/account.rules.ts';
import { accountOf, lockAccount } from '../accounts/account.store.ts';
import type { FactorId } from '../factors/factor.rules.ts';
import { tellOwner } from '../factors/tell-owner.ts';
import { deviceLabel } from '../sessions/device-name.ts';
import { doubtPassword } from '../passwords/credential.store.ts';
import { tellOfFailedSecondStep } from '../alerts/tell-of-failure.ts';
import { findApp, restPhones } from './app.store.ts';
import { askedFrom } from './asked-from.ts';
import { appRefused } from './push.refusals.ts';
import { organizationName } from '../gate/organization-name.ts';
import {
  aboutIn,
  decisionPayload,
  isSpent,
  pushLimits,
  readingPayload,
  type DecisionPayload,
  type SignedMessage,
} from './push.rules.ts';
import {
  countWrongCode,
  decidePush,
  recentPushes,
  waitingPush,
  type PushId,
} from './push-request.store.ts';
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
  /** Absent where nothing can be sent to it any more. */
  readonly push: { readonly key: string; readonly isWoken: boolean } | undefined;
};

/** What waits for this app; an app that was removed learns it here (R161). */
export async function readWaiting(tx: Tx, message: SignedMessage, now: Instant): Promise<AppState> {
  const said = claimed(readingPayload, message);
  const app = await findApp(tx, said.factorId);
  // its key is wiped, or its enrolment was never finished
  if (!app?.publicKey || app.state === 'revoked') {
    return { state: 'removed', waiting: undefined, push: undefined };
  }
  const { origin } = settingsOf(tx);
  requireSigned(message, { key: appKey(app.publicKey), origin, said }, now);
  const push = { key: (await pushKeyOf(tx, now)).publicKey, isWoken: app.isWoken };
  if (app.state !== 'active') {
    const state = app.state === 'pending' ? 'not-finished' : 'stopped';
    return { state, waiting: undefined, push };
  }
  const waits = await waitingPush(tx, app.holder, now);
  const waiting = waits && (await presented(tx, app.holder, waits, now));
  return { state: 'active', waiting, push };
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
    await tellOfFailure(tx, { account, push, isLast: left === 0 }, now);
    await settleRest(tx, account.holder, now);
    return { outcome: 'wrong-code', left };
  }
  const isFirst = await decidePush(tx, { pushId, factorId, state: 'approved' }, now);
  await settleRest(tx, account.holder, now);
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
  if (!(await decidePush(tx, { pushId, factorId, state }, now))) {
    return { outcome: 'over', left: 0 };
  }
  await note(tx, { account, action: `identity.push-${state}`, push }, now);
  await settleRest(tx, account.holder, now);
  if (state === 'denied') await tellOfFailure(tx, { account, push, isLast: false }, now);
  else await doubt(tx, account, now);
  return { outcome: state, left: 0 };
}

/** Reported: whoever asked knows the password. It opens nothing any more, and the owner hears it. */
async function doubt(tx: Tx, account: Account, now: Instant): Promise<void> {
  await doubtPassword(tx, account.holder, now);
  await tellOwner(tx, account, { happened: 'reported', type: 'push', label: '' }, now);
}

/** A request that its owner answered was none that nobody answered. */
async function settleRest(tx: Tx, holder: Holder, now: Instant): Promise<void> {
  if (!isSpent(await recentPushes(tx, holder, now))) await restPhones(tx, holder, null);
}

/** As after a wrong code of any other kind (LK-13); a browser that is known mistypes now and then. */
async function tellOfFailure(
  tx: Tx,
  { account, push, isLast }: { account: Account; push: Push; isLast: boolean },
  now: Instant,
): Promise<void> {
  const isStrange = push.purpose === 'sign-in' && !push.is_known;
  const failure = { account, device: deviceLabel(push.agent), from: push.prefix };
  if (isStrange) await tellOfFailedSecondStep(tx, failure, now);
  else if (isLast) {
    await tellOwner(tx, account, { happened: 'wrong-codes', type: 'push', label: '' }, now);
  }
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

async function presented(tx: Tx, holder: Holder, push: Push, now: Instant): Promise<Waiting> {
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
