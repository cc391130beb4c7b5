import { timingSafeEqual } from 'node:crypto';
import { nobody } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import { fromUuid } from '#kernel/ids.ts';
import { record } from '#modules/activity/index.ts';
import type { Within } from '#platform/database/database.ts';
import type { Tx } from '#platform/database/tx.ts';
import { streamOf, type Account, type Holder } from '../accounts/account.rules.ts';
import { lockAccount } from '../accounts/account.store.ts';
import { tellOfFailedSecondStep } from '../alerts/tell-of-failure.ts';
import type { PasskeyAssertion } from '../factors/factor.rules.ts';
import { tellOwner } from '../factors/tell-owner.ts';
import { doubtPassword } from '../passwords/credential.store.ts';
import { deviceLabel } from '../sessions/device-name.ts';
import { restPhones } from './app.store.ts';
import {
  decisionPayload,
  isSpent,
  pushLimits,
  type Approval,
  type Denial,
  type SignedMessage,
} from './push.rules.ts';
import {
  countWrongCode,
  decidePush,
  recentPushes,
  waitingPush,
  type PushId,
  type WaitingPush,
} from './push-request.store.ts';
import { countOf, lockCheckOf } from './screen-lock/ask-screen-lock.ts';
import { takeScreenLock } from './screen-lock/take-screen-lock.ts';
import { claimed } from './signed.ts';
import { signingApp } from './signing-app.ts';

export type Decided = {
  readonly outcome: 'approved' | 'denied' | 'reported' | 'wrong-code' | 'over';
  readonly left: number;
};

const over: Decided = { outcome: 'over', left: 0 };

export type Decision = {
  readonly message: SignedMessage;
  /** What the screen lock of the phone signed, where it keeps one. */
  readonly assertion?: PasskeyAssertion | undefined;
};

/**
 * The app decides. An approval carries the number of the page, and what the screen lock signed for
 * this one request where the phone keeps one (3.10); to deny wants no more than the app.
 */
export async function decide(
  within: Within,
  { message, assertion }: Decision,
  now: Instant,
): Promise<Decided> {
  const said = claimed(decisionPayload, message);
  const { factorId, attempt } = said;
  const check = await within(async (tx) => {
    await signingApp(tx, { message, said }, ['active'], now);
    if (said.decision !== 'approve') return undefined;
    return lockCheckOf(tx, { factorId, attempt, assertion }, now);
  });
  const shown = check && { ...check.passkey, count: await countOf(check) };
  return within(async (tx) => {
    const { holder } = await signingApp(tx, { message, said }, ['active'], now);
    const account = await lockAccount(tx, holder);
    if (said.decision === 'approve') {
      const isShown = await takeScreenLock(tx, { account, factorId, shown }, now);
      if (!isShown) return over;
    }
    const push = await waitingPush(tx, holder, now);
    const pushId = push && fromUuid('psh', push.id);
    if (!push || pushId !== attempt) return over;
    return said.decision === 'approve'
      ? approve(tx, { account, pushId, push, said }, now)
      : refuse(tx, { account, pushId, push, said }, now);
  });
}

type Deciding<Said> = {
  readonly account: Account;
  readonly pushId: PushId;
  readonly push: WaitingPush;
  readonly said: Said;
};

/** The number must be that of the page; three wrong ones end the request. */
async function approve(
  tx: Tx,
  { account, pushId, push, said }: Deciding<Approval>,
  now: Instant,
): Promise<Decided> {
  if (!timingSafeEqual(Buffer.from(said.code), Buffer.from(push.code))) {
    const left = await countWrongCode(tx, pushId, now);
    await note(tx, { account, action: 'identity.push-wrong-number', push }, now);
    await tellOfFailure(tx, { account, push, isLast: left === 0 }, now);
    await settleRest(tx, account.holder, now);
    return { outcome: 'wrong-code', left };
  }
  const { factorId } = said;
  const isFirst = await decidePush(tx, { pushId, factorId, state: 'approved' }, now);
  await settleRest(tx, account.holder, now);
  return { outcome: isFirst ? 'approved' : 'over', left: pushLimits.wrongCodes };
}

async function refuse(
  tx: Tx,
  { account, pushId, push, said }: Deciding<Denial>,
  now: Instant,
): Promise<Decided> {
  const { factorId } = said;
  const state = said.decision === 'deny' ? 'denied' : 'reported';
  if (!(await decidePush(tx, { pushId, factorId, state }, now))) return over;
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
  { account, push, isLast }: { account: Account; push: WaitingPush; isLast: boolean },
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
  { account, action, push }: { account: Account; action: string; push: WaitingPush },
  now: Instant,
): Promise<void> {
  const personal = { device: deviceLabel(push.agent), from: push.prefix };
  const facts = { method: 'push', where: push.purpose };
  const stream = streamOf(account.holder);
  await record(tx, { stream, action, actor: nobody, facts, personal }, now);
}
