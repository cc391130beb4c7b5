import { nobody, type Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import { fromUuid } from '#kernel/ids.ts';
import type { Within } from '#platform/database/database.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Account } from '../../accounts/account.rules.ts';
import { lockAccount } from '../../accounts/account.store.ts';
import type { Browser } from '../../gate/browser.rules.ts';
import { passDoor } from '../../lockout/work/pass-door.ts';
import { holderOf } from '../../sessions/end-sessions.ts';
import { subjectOfLink, useLink } from '../../tokens/one-time.store.ts';
import { tokenHash } from '../../tokens/token.ts';
import { linkDead } from '../../tokens/token.refusals.ts';
import { removalOver } from '../factor.refusals.ts';
import type { FactorId } from '../factor.rules.ts';
import { noteFactor, ownFactor } from '../own-factor.ts';
import { tellOwner } from '../tell-owner.ts';
import { callOff, waitingRemoval } from './removal.store.ts';
import { boundTo } from './wait-for-removal.ts';

type SessionActor = Extract<Actor, { kind: 'user' | 'staff' }>;

/** Calls the removal off, in a session of the owner's: it only protects and wants no proof. */
export async function keepFactor(
  tx: Tx,
  { actor, factorId }: { actor: SessionActor; factorId: FactorId },
  now: Instant,
): Promise<void> {
  const account = await lockAccount(tx, holderOf(actor));
  await keep(tx, { factorId, account, actor }, now);
}

/** The same by the mailed link: without signing in, once, and it opens nothing. */
export async function keepFactorByLink(
  within: Within,
  { token, browser }: { token: string; browser: Browser },
  now: Instant,
): Promise<void> {
  // committed first: a refusal must not give the try back
  await within((tx) => passDoor(tx, 'keep-factor', browser, now));
  await within(async (tx) => {
    const link = { purpose: 'keep-factor', tokenHash: tokenHash(token) } as const;
    const subject = await subjectOfLink(tx, link, now);
    const waiting = subject && (await waitingRemoval(tx, fromUuid('fac', subject)));
    if (!subject || !waiting) throw linkDead({});
    const account = await lockAccount(tx, waiting.holder);
    const used = { ...link, subject, boundHash: boundTo(waiting) };
    if (!(await useLink(tx, used, now))) throw linkDead({});
    await keep(tx, { factorId: waiting.factorId, account, actor: nobody }, now);
  });
}

async function keep(
  tx: Tx,
  of: { factorId: FactorId; account: Account; actor: Actor },
  now: Instant,
): Promise<void> {
  const { factorId, account, actor } = of;
  const { holder } = account;
  const factor = await ownFactor(tx, { holder, factorId });
  if (!(await callOff(tx, { factorId, holder }))) throw removalOver({});
  await noteFactor(tx, { action: 'identity.factor-kept', account, actor, factor }, now);
  await tellOwner(tx, account, { happened: 'kept', type: factor.type, label: factor.label }, now);
}
