import { nobody } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import { fromUuid, toUuid } from '#kernel/ids.ts';
import { record } from '#modules/activity/index.ts';
import type { Within } from '#platform/database/database.ts';
import type { Tx } from '#platform/database/tx.ts';
import { accountOf, lockAccount } from '../accounts/account.store.ts';
import { streamOf } from '../accounts/account.rules.ts';
import { addressKey } from '../accounts/address.rules.ts';
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
import { boundHash, tokenHash } from '../tokens/token.ts';
import { linkDead } from '../tokens/token.refusals.ts';

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
    judgePassword(tx, password, await accountOf(tx, await holderOfLink(tx, token, now)));
  });
  const hashed = await hasher.hash(password);

  return within(async (tx) => {
    const account = await lockAccount(tx, await holderOfLink(tx, token, now));
    const { holder } = account;
    if (account.isDisabled) throw linkDead({});
    await takeLink(tx, { token, account }, now);
    await saveCredential(tx, holder, hashed, now);
    await endSessionsOf(tx, { holder, because: 'password-changed' }, now);
    const device = await knowDevice(tx, { holder, ...browser }, now);
    await tellPasswordChanged(tx, account, now);
    const happening = { stream: streamOf(holder), action: 'identity.password-reset' };
    const personal = { device: deviceLabel(browser.agent), from: browser.prefix };
    await record(tx, { ...happening, actor: nobody, personal }, now);
    return { deviceToken: device.token };
  });
}

async function holderOfLink(tx: Tx, token: string, now: Instant): Promise<Holder> {
  const link = { purpose: 'reset', tokenHash: tokenHash(token) } as const;
  const subject = await subjectOfLink(tx, link, now);
  if (subject === undefined) throw linkDead({});
  return { kind: 'user', id: fromUuid('usr', subject) };
}

async function takeLink(
  tx: Tx,
  { token, account }: { token: string; account: Account },
  now: Instant,
): Promise<void> {
  const credential = await findCredential(tx, account.holder);
  const bound = [addressKey(account.address), String(credential?.version)];
  const isOurs = await useLink(
    tx,
    {
      purpose: 'reset',
      tokenHash: tokenHash(token),
      subject: toUuid(account.holder.id),
      boundHash: boundHash(bound),
    },
    now,
  );
  if (!isOurs) throw linkDead({});
}
