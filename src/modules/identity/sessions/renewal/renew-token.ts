import { nobody } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import type { UserId } from '#kernel/ids.ts';
import { record } from '#modules/activity/index.ts';
import { settingsOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { NextToken } from '#platform/http/access.ts';
import { streamOf } from '../../accounts/account.rules.ts';
import { accountOf } from '../../accounts/account.store.ts';
import { tellEveryAddress } from '../../notices/tell-every-address.ts';
import { newToken, tokenHash } from '../../tokens/token.ts';
import { deviceLabel } from '../device-name.ts';
import { tokenRenewed } from '../session.refusals.ts';
import { isUnderway, latestCopied } from './renewal.rules.ts';
import { endOfCopied, markForRenewal, renewedAtOf, renewMarked } from './renewal.store.ts';
import { tokenCopied } from './token-copied.letter.ts';

/**
 * Rights of these users change: each of their sessions gets another token with its next answer, so
 * that one which was taken before is not worth more afterwards (SE-03).
 */
export async function renewTokensOf(
  tx: Tx,
  userIds: readonly UserId[],
  now: Instant,
): Promise<void> {
  await markForRenewal(tx, userIds, now);
}

/**
 * After an answer to a token that is due, or that opened nothing: the browser's next token. Of
 * requests at the same time one gets it. A token that was replaced a while ago is a copy in
 * somebody's hands: its session ends and the owner is told.
 */
export async function renewToken(
  tx: Tx,
  { value }: { readonly value: string },
  now: Instant,
): Promise<NextToken | undefined> {
  const oldHash = tokenHash(value);
  const next = newToken('ms');
  const renewed = await renewMarked(tx, { oldHash, newHash: tokenHash(next) }, now);
  if (!renewed) {
    await endCopied(tx, oldHash, now);
    return undefined;
  }
  const left = Math.ceil((renewed.endsAt.getTime() - now.getTime()) / 1000);
  return { value: next, maxAgeSeconds: renewed.stay ? left : undefined };
}

/** Says to a browser that its other request just brought the next token: ask again with that one. */
export async function refuseRenewed(
  tx: Tx,
  { value }: { readonly value: string },
  now: Instant,
): Promise<void> {
  const renewedAt = await renewedAtOf(tx, tokenHash(value));
  if (renewedAt && isUnderway(renewedAt, now)) throw tokenRenewed({});
}

async function endCopied(tx: Tx, hash: Buffer, now: Instant): Promise<void> {
  const copied = { tokenHash: hash, renewedBefore: latestCopied(now) };
  const ended = await endOfCopied(tx, copied, now);
  if (!ended) return;
  const { holder } = ended;
  const device = deviceLabel(ended.agent);
  const account = await accountOf(tx, holder);
  const page = holder.kind === 'user' ? '/account/access' : '/staff/security';
  const link = `${settingsOf(tx).origin}${page}`;
  const facts = { device, at: now, link };
  await tellEveryAddress(tx, account, { letter: tokenCopied, facts }, now);
  const happening = { stream: streamOf(holder), action: 'identity.token-copied', actor: nobody };
  await record(tx, { ...happening, facts: {}, personal: { device } }, now);
}
