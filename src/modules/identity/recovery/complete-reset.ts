import { nobody } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import { fromUuid, toUuid } from '#kernel/ids.ts';
import { record } from '#modules/activity/index.ts';
import type { Within } from '#platform/database/database.ts';
import type { Tx } from '#platform/database/tx.ts';
import { accountOf, lockAccount } from '../accounts/account.store.ts';
import { streamOf } from '../accounts/account.rules.ts';
import type { Account, Holder } from '../accounts/account.rules.ts';
import { passDoor } from '../lockout/work/pass-door.ts';
import { tellPasswordChanged } from '../passwords/change-password.ts';
import { findCredential, saveCredential } from '../passwords/credential.store.ts';
import { hasher } from '../passwords/hashing.ts';
import { judgePassword } from '../passwords/judge-password.ts';
import { deviceLabel } from '../sessions/device-name.ts';
import { endSessionsOf } from '../sessions/end-sessions.ts';
import { knowDevice } from '../sessions/know-device.ts';
import type { Browser } from '../gate/browser.rules.ts';
import { subjectOfLink, useLink } from '../tokens/one-time.store.ts';
import { tokenHash } from '../tokens/token.ts';
import { linkDead } from '../tokens/token.refusals.ts';
import { presentAddressOf } from './address/recovery-address.store.ts';
import { boundToReset } from './reset-bond.ts';
import { resetMailboxes, resetPurposes, whyNotThere, type ResetMailbox } from './reset.rules.ts';

export type CompleteReset = {
  readonly token: string;
  readonly password: string;
  readonly browser: Browser;
};

/**
 * Sets a new password with the mailed link. Nobody is signed in by it and every session ends
 * (RC-01); the browser becomes known, so that a lock for strange ones does not stop its owner.
 */
export async function completeReset(
  within: Within,
  { token, password, browser }: CompleteReset,
  now: Instant,
): Promise<{ deviceToken: string }> {
  // committed first: a refusal must give neither the try nor the work back
  await within((tx) => passDoor(tx, 'reset-link', browser, now));
  await within(async (tx) => {
    const { holder } = await findLink(tx, token, now);
    judgePassword(tx, password, await accountOf(tx, holder));
  });
  const hashed = await hasher.hash(password);

  return within(async (tx) => {
    const { holder, sentTo } = await findLink(tx, token, now);
    const account = await lockAccount(tx, holder);
    if (account.isDisabled) throw linkDead({});
    await takeLink(tx, { token, account, holder, sentTo }, now);
    await saveCredential(tx, holder, hashed, now);
    await endSessionsOf(tx, { holder, because: 'password-changed' }, now);
    const device = await knowDevice(tx, { holder, ...browser }, now);
    await tellPasswordChanged(tx, account, now);
    const personal = { device: deviceLabel(browser.agent), from: browser.prefix };
    const action = actions[sentTo];
    await record(tx, { stream: streamOf(holder), action, actor: nobody, personal }, now);
    return { deviceToken: device.token };
  });
}

const actions = {
  login: 'identity.password-reset',
  recovery: 'identity.password-reset-by-recovery',
} as const;

type UserHolder = Extract<Holder, { kind: 'user' }>;
type Link = { readonly holder: UserHolder; readonly sentTo: ResetMailbox };

async function findLink(tx: Tx, token: string, now: Instant): Promise<Link> {
  for (const sentTo of resetMailboxes) {
    const link = { purpose: resetPurposes[sentTo], tokenHash: tokenHash(token) };
    const subject = await subjectOfLink(tx, link, now);
    if (subject) return { holder: { kind: 'user', id: fromUuid('usr', subject) }, sentTo };
  }
  throw linkDead({});
}

async function takeLink(
  tx: Tx,
  { token, account, holder, sentTo }: Link & { token: string; account: Account },
  now: Instant,
): Promise<void> {
  const credential = await findCredential(tx, holder);
  const isElsewhere = sentTo === 'recovery';
  const present = isElsewhere ? await presentAddressOf(tx, holder.id) : undefined;
  if (isElsewhere && whyNotThere(present, now)) throw linkDead({});
  const isOurs = await useLink(
    tx,
    {
      purpose: resetPurposes[sentTo],
      tokenHash: tokenHash(token),
      subject: toUuid(holder.id),
      boundHash: boundToReset(account, credential?.version, present),
    },
    now,
  );
  if (!isOurs) throw linkDead({});
}
