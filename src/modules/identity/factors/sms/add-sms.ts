import type { Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import { newId } from '#kernel/new-id.ts';
import { record } from '#modules/activity/index.ts';
import type { Within } from '#platform/database/database.ts';
import { keysOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import { streamOf, type Account } from '../../accounts/account.rules.ts';
import { accountOf } from '../../accounts/account.store.ts';
import { userOf } from '../../accounts/user.store.ts';
import { holderOf } from '../../sessions/end-sessions.ts';
import { after } from '../../sessions/session.rules.ts';
import { clearFactorTries, reserveFactorTry } from '../asking/factor-tries.ts';
import { bindFactor, type Enrolled } from '../bind-factor.ts';
import { enrolmentOver } from '../factor.refusals.ts';
import { enrolSeconds, type FactorId } from '../factor.rules.ts';
import { activeFactors, insertPending, pendingFactor, revoke } from '../factor.store.ts';
import { tellOwner } from '../tell-owner.ts';
import { shownNumber } from './numbers/mobile-number.rules.ts';
import { purposeOfCode, requireUsable, sendCode, type SentCode } from './codes/send-code.ts';
import { tryCode } from './codes/sms-code.store.ts';
import { smsCodeWrong } from './sms.refusals.ts';
import { markVerified } from './traffic/send.store.ts';

/** Users only: there is no such act for the provider's people (MF-08). */
type UserActor = Extract<Actor, { kind: 'user' }>;

export type BegunSms = SentCode & { readonly factorId: FactorId };

/** Begins with a number: it is sealed, and nothing until the code that is texted to it comes back. */
export async function beginSms(
  tx: Tx,
  { actor, number: typed }: { actor: UserActor; number: string },
  now: Instant,
): Promise<BegunSms> {
  const holder = holderOf(actor);
  const account = await accountOf(tx, holder);
  const { country } = await userOf(tx, actor.userId);
  const mobile = requireUsable(tx, typed, country);
  const factorId = newId('fac', now);
  const label = shownNumber(mobile.number);
  const expiresAt = after(now, enrolSeconds);
  const secret = mobile.number;
  await insertPending(tx, { factorId, holder, type: 'sms', label, expiresAt, secret }, now);
  const sent = await sendCode(tx, { account, actor, factorId, mobile, boundTo: factorId }, now);
  return { factorId, ...sent };
}

/** Confirms the number with its code. It takes the place of the one before. */
export async function confirmSms(
  within: Within,
  { actor, factorId, code }: { actor: UserActor; factorId: FactorId; code: string },
  now: Instant,
): Promise<Enrolled> {
  const holder = holderOf(actor);
  const tried = { holder, type: 'sms' } as const;
  const { label, isRight } = await within(async (tx) => {
    const pending = await pendingFactor(tx, { factorId, ...tried }, now);
    if (!pending) throw enrolmentOver({});
    await reserveFactorTry(tx, tried, now);
    const waiting = await tryCode(tx, { boundTo: factorId, holder, state: 'pending' }, now);
    const purpose = purposeOfCode(factorId, holder);
    return {
      label: pending.label,
      isRight: waiting !== undefined && keysOf(tx).isHmacOf(purpose, code, waiting.mac),
    };
  });
  if (!isRight) throw smsCodeWrong({});
  const before = async (tx: Tx, account: Account): Promise<void> => {
    await clearFactorTries(tx, tried);
    await markVerified(tx, factorId, now);
    await endNumber(tx, { actor, account }, now);
  };
  return bindFactor(within, { actor, confirmed: { factorId, type: 'sms', label }, before }, now);
}

/** Codes go to one number: the one before ends in the transaction that binds the next. */
async function endNumber(
  tx: Tx,
  { actor, account }: { actor: UserActor; account: Account },
  now: Instant,
): Promise<void> {
  const { holder } = account;
  const present = (await activeFactors(tx, holder)).find(({ type }) => type === 'sms');
  if (!present) return;
  const { factorId, label } = present;
  await tellOwner(tx, account, { happened: 'removed', type: 'sms', label }, now);
  await revoke(tx, { factorId, holder }, now);
  const about = { kind: 'factor', id: factorId, label };
  const happening = { stream: streamOf(holder), action: 'identity.factor-removed', actor, about };
  await record(tx, { ...happening, facts: { method: 'sms' } }, now);
}
