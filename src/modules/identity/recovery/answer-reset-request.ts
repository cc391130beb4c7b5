import type { Instant } from '#kernel/calendar.ts';
import { toUuid } from '#kernel/ids.ts';
import { newId } from '#kernel/new-id.ts';
import { nobody } from '#kernel/actor.ts';
import { record } from '#modules/activity/index.ts';
import { queue } from '#modules/messages/index.ts';
import { settingsOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import { isGranted } from '#platform/throttle/throttle.ts';
import { findAccount } from '../accounts/account.store.ts';
import { recipientOf, streamOf, type Account } from '../accounts/account.rules.ts';
import { addressKey } from '../accounts/address.rules.ts';
import { mailBudget } from '../lockout/door-budget.rules.ts';
import { atOtherAddress } from '../notices/at-other-address.letter.ts';
import { tellOtherAddresses } from '../notices/tell-every-address.ts';
import { findCredential } from '../passwords/credential.store.ts';
import { after } from '../sessions/session.rules.ts';
import { dropLinks, insertLink } from '../tokens/one-time.store.ts';
import { newToken, tokenHash } from '../tokens/token.ts';
import {
  countsFrom,
  maskedAddress,
  type RecoveryAddress,
} from './address/recovery-address.rules.ts';
import { presentAddressOf } from './address/recovery-address.store.ts';
import type { WantedReset } from './request-reset.ts';
import { resetElsewhere } from './reset-elsewhere.letter.ts';
import { resetLink } from './reset-link.letter.ts';
import { resetNotSent } from './reset-not-sent.letter.ts';
import { boundToReset } from './reset-bond.ts';
import { resetMinutes, resetPurposes, whyNotThere } from './reset.rules.ts';

/**
 * Mails a reset link if the address has an account, to it or to its recovery address. A newer link
 * replaces older ones; whatever other address there is hears of it.
 */
export async function answerResetRequest(
  tx: Tx,
  { address, to, device, from }: WantedReset,
  now: Instant,
): Promise<void> {
  const account = await findAccount(tx, 'user', address);
  const { holder } = account ?? {};
  if (!account || holder?.kind !== 'user' || account.isDisabled) return;
  const budget = { key: `mail:reset:${addressKey(account.address)}`, budget: mailBudget };
  const credential = await findCredential(tx, holder);
  if (!credential || !(await isGranted(tx, budget, now))) return;

  const happening = { stream: streamOf(holder), actor: nobody, personal: { device, from } };
  const present = to === 'recovery' ? await presentAddressOf(tx, holder.id) : undefined;
  const why = to === 'recovery' ? whyNotThere(present, now) : undefined;
  if (why !== undefined) {
    await tellNotSent(tx, { account, why, present }, now);
    await record(tx, { ...happening, action: 'identity.reset-not-sent' }, now);
    return;
  }
  await mailLink(tx, { account, version: credential.version, present }, now);
  const action = present ? 'identity.reset-requested-elsewhere' : 'identity.reset-requested';
  await record(tx, { ...happening, action }, now);
}

async function mailLink(
  tx: Tx,
  of: { account: Account; version: number; present: RecoveryAddress | undefined },
  now: Instant,
): Promise<void> {
  const { account, version, present } = of;
  const subject = toUuid(account.holder.id);
  const token = newToken('ml');
  for (const purpose of Object.values(resetPurposes)) await dropLinks(tx, { purpose, subject });
  await insertLink(
    tx,
    {
      id: toUuid(newId('lnk', now)),
      purpose: resetPurposes[present ? 'recovery' : 'login'],
      subject,
      boundHash: boundToReset(account, version, present),
      tokenHash: tokenHash(token),
      expiresAt: after(now, resetMinutes * 60),
    },
    now,
  );
  const { origin } = settingsOf(tx);
  const facts = { link: `${origin}/reset#${token}`, minutes: resetMinutes };
  const address = present?.address ?? account.address;
  const letter = present ? atOtherAddress(resetLink, 'recovery') : resetLink;
  // whoever stole a session must not find a link in its list of messages
  const to = { ...recipientOf(account), address, isMailboxOnly: true };
  await queue(tx, letter, facts, to, now);
  const told = {
    sentTo: maskedAddress(address),
    minutes: resetMinutes,
    link: `${origin}/account/security/recovery-address`,
  };
  await tellOtherAddresses(tx, account, { letter: resetElsewhere, facts: told, but: address }, now);
}

/** Nothing goes to an address that does not count; who signs in with the login address knows why. */
async function tellNotSent(
  tx: Tx,
  of: { account: Account; why: 'none' | 'young'; present: RecoveryAddress | undefined },
  now: Instant,
): Promise<void> {
  const { account, why, present } = of;
  const countsAt = present && why === 'young' ? countsFrom(present.confirmedAt) : undefined;
  const link = `${settingsOf(tx).origin}/recover`;
  await queue(tx, resetNotSent, { countsAt, link }, recipientOf(account), now);
}
