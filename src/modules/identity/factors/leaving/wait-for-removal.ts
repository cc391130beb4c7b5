import type { Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import { toUuid } from '#kernel/ids.ts';
import { newId } from '#kernel/new-id.ts';
import { settingsOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Account } from '../../accounts/account.rules.ts';
import { tellEveryAddress } from '../../notices/tell-every-address.ts';
import { after } from '../../sessions/session.rules.ts';
import { insertLink } from '../../tokens/one-time.store.ts';
import { boundHash, newToken, tokenHash } from '../../tokens/token.ts';
import { removalOver } from '../factor.refusals.ts';
import type { Factor } from '../factor.rules.ts';
import { noteFactor } from '../own-factor.ts';
import { tellPhone } from '../sms/notices/tell-phone.ts';
import { removalWaits } from './removal-waits.letter.ts';
import { removalSeconds } from './removal.rules.ts';
import { awaitRemoval, type WaitingRemoval } from './removal.store.ts';

type SessionActor = Extract<Actor, { kind: 'user' | 'staff' }>;

/**
 * The last factor goes a day later; its owner is told, with a link that calls it off (3.14). Asked
 * again, it goes when it was to go.
 */
export async function letRemovalWait(
  tx: Tx,
  { account, factor, actor }: { account: Account; factor: Factor; actor: SessionActor },
  now: Instant,
): Promise<Instant> {
  const { factorId, type, label } = factor;
  const own = { factorId, holder: account.holder };
  const dueAt = await awaitRemoval(tx, { ...own, dueAt: after(now, removalSeconds) });
  if (!dueAt) throw removalOver({});
  if (factor.removalDueAt) return dueAt;
  const link = await linkToKeep(tx, { ...own, dueAt }, now);
  const recover = `${settingsOf(tx).origin}/recover`;
  const facts = { type, label, dueAt, link, recover };
  await tellPhone(tx, account, now);
  await tellEveryAddress(tx, account, { letter: removalWaits, facts }, now);
  const action = 'identity.factor-removal-asked';
  await noteFactor(tx, { action, account, actor, factor }, now);
  return dueAt;
}

async function linkToKeep(tx: Tx, removal: WaitingRemoval, now: Instant): Promise<string> {
  const token = newToken('ml');
  const link = {
    id: toUuid(newId('lnk', now)),
    purpose: 'keep-factor',
    subject: toUuid(removal.factorId),
    boundHash: boundTo(removal),
    tokenHash: tokenHash(token),
    expiresAt: removal.dueAt,
  } as const;
  await insertLink(tx, link, now);
  return `${settingsOf(tx).origin}/keep-method#${token}`;
}

/** A link calls off the one removal that its mail told of. */
export const boundTo = ({ holder, dueAt }: WaitingRemoval): Buffer =>
  boundHash([toUuid(holder.id), dueAt.toISOString()]);
