import { nobody, type Actor, type SessionId } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import { fromUuid, toUuid } from '#kernel/ids.ts';
import { record } from '#modules/activity/index.ts';
import { settingsOf } from '#platform/database/surroundings.ts';
import type { Within } from '#platform/database/database.ts';
import type { Tx } from '#platform/database/tx.ts';
import { lockAccount } from '../accounts/account.store.ts';
import { wakeApps } from '../authenticator/notices/wake-apps.ts';
import { suspendFactorsSince } from '../factors/suspend-since.ts';
import type { Browser } from '../gate/browser.rules.ts';
import { passDoor } from '../lockout/work/pass-door.ts';
import { tellEveryAddress } from '../notices/tell-every-address.ts';
import { doubtPassword } from '../passwords/credential.store.ts';
import { undoRecoverySince } from '../recovery/address/undo-since.ts';
import { openReport } from '../reports/open-report.ts';
import { deviceLabel } from '../sessions/device-name.ts';
import { sessionUnknown } from '../sessions/session.refusals.ts';
import { subjectOfLink, useLink } from '../tokens/one-time.store.ts';
import { tokenHash } from '../tokens/token.ts';
import { linkDead } from '../tokens/token.refusals.ts';
import { accountSecured } from './account-secured.letter.ts';
import {
  distrustSince,
  endAttempts,
  endSince,
  findDisowned,
  type Disowned,
} from './disown.store.ts';
import { boundToOwner } from './not-me-link.ts';

type UserActor = Extract<Actor, { kind: 'user' }>;

/**
 * “This was not me”, by the mailed link: works without signing in, once, and opens nothing. It can
 * only take away: sessions, trust, the password's worth, what was added since (identity 3.4).
 */
export async function disownByLink(
  within: Within,
  { token, browser }: { token: string; browser: Browser },
  now: Instant,
): Promise<void> {
  // committed first: a refusal must not give the try back
  await within((tx) => passDoor(tx, 'not-me', browser, now));
  await within((tx) => disownWith(tx, token, now));
}

async function disownWith(tx: Tx, token: string, now: Instant): Promise<void> {
  const link = { purpose: 'not-me', tokenHash: tokenHash(token) } as const;
  const subject = await subjectOfLink(tx, link, now);
  const disowned = subject && (await findDisowned(tx, fromUuid('ses', subject)));
  if (!subject || !disowned) throw linkDead({});
  const boundHash = boundToOwner(disowned.userId);
  if (!(await useLink(tx, { ...link, subject, boundHash }, now))) throw linkDead({});
  await disown(tx, { disowned, actor: nobody }, now);
}

/** “I do not know this device”, said in the list of devices: all but the session that says it. */
export async function disownSession(
  tx: Tx,
  { sessionId, actor }: { sessionId: SessionId; actor: UserActor },
  now: Instant,
): Promise<number> {
  const disowned = await findDisowned(tx, sessionId);
  if (disowned?.userId !== actor.userId || sessionId === actor.sessionId) throw sessionUnknown({});
  return disown(tx, { disowned, actor }, now);
}

async function disown(
  tx: Tx,
  { disowned, actor }: { disowned: Disowned; actor: UserActor | typeof nobody },
  now: Instant,
): Promise<number> {
  const { userId, since } = disowned;
  const holder = { kind: 'user', id: userId } as const;
  const account = await lockAccount(tx, holder);
  const except = actor.kind === 'user' ? actor.sessionId : undefined;
  const ended = await endSince(tx, { userId, since, except }, now);
  await distrustSince(tx, { disowned, except }, now);
  await endAttempts(tx, userId, now);
  await doubtPassword(tx, holder, now);
  await suspendFactorsSince(tx, { account, since }, now);
  await undoRecoverySince(tx, { account, since }, now);
  await wakeApps(tx, holder, now);

  await openReport(tx, { disowned, ended, byLink: actor.kind === 'nobody' }, now);
  const device = deviceLabel(disowned.agent);
  const link = `${settingsOf(tx).origin}/recover`;
  const facts = { device, since, ended, link };
  await tellEveryAddress(tx, account, { letter: accountSecured, facts }, now);
  const about = { kind: 'session', id: toUuid(disowned.sessionId), label: '' };
  const happening = { stream: { userId }, action: 'identity.session-disowned', actor, about };
  await record(tx, { ...happening, facts: { ended }, personal: { device } }, now);
  return ended;
}
