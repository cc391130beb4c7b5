import { randomInt } from 'node:crypto';
import type { Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import type { StaffId } from '#kernel/ids.ts';
import { record } from '#modules/activity/index.ts';
import { queue } from '#modules/messages/index.ts';
import { settingsOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import { recipientOf, type Account } from '../../accounts/account.rules.ts';
import { lockAccount } from '../../accounts/account.store.ts';
import { fullName } from '../../accounts/user.rules.ts';
import { codeAlphabet } from '../../factors/emergency/emergency-code.rules.ts';
import { endEmergencySet } from '../../factors/emergency/emergency-code.store.ts';
import { isOwnFactor } from '../../factors/factor.rules.ts';
import { dropPending, factorsOf, revoke } from '../../factors/factor.store.ts';
import { saveCredential } from '../../passwords/credential.store.ts';
import { endSessionsOf } from '../../sessions/end-sessions.ts';
import { after } from '../../sessions/session.rules.ts';
import { tokenHash } from '../../tokens/token.ts';
import { isStaff } from '../staff.store.ts';
import { notOneself, staffUnknown } from './beginning.refusals.ts';
import { beginningLength, beginningSeconds, spellBeginning } from './beginning.rules.ts';
import { saveBeginning } from './beginning.store.ts';
import { staffMayBegin } from './staff-may-begin.letter.ts';

/** Handed over in person or by phone, never by mail: the password is the other half. */
export type Beginning = { readonly code: string; readonly until: Instant };

type StaffAccount = Account & { readonly holder: { readonly kind: 'staff'; readonly id: StaffId } };

/** They are told by mail who opened the way; the code goes another one. */
async function openBeginning(
  tx: Tx,
  { account, by, ended }: { account: StaffAccount; by: string; ended: number },
  now: Instant,
): Promise<Beginning> {
  const { holder } = account;
  const signs = Array.from({ length: beginningLength }, () => randomInt(codeAlphabet.length));
  const code = signs.map((at) => codeAlphabet[at]).join('');
  const expiresAt = after(now, beginningSeconds);
  const codeHash = tokenHash(code);
  await saveBeginning(tx, { staffId: holder.id, codeHash, openedBy: by, expiresAt }, now);
  const link = `${settingsOf(tx).origin}/staff`;
  await queue(tx, staffMayBegin, { by, ended, until: expiresAt, link }, recipientOf(account), now);
  return { code: spellBeginning(code), until: expiresAt };
}

export type BeginAnew = {
  readonly staffId: StaffId;
  readonly reason: string;
  /** Of the operator's command only: nobody of the staff chooses for a colleague (PW-14). */
  readonly passwordHash?: string | undefined;
  readonly actor: Actor;
};

/**
 * Lets one of the staff begin anew, who has lost what they sign in with or has nothing that counts:
 * their factors and sessions end, and a code opens the way to a first factor. Another administrator
 * does it, or who has the server; nobody opens their own way.
 */
export async function beginAnew(
  tx: Tx,
  { staffId, reason, passwordHash, actor }: BeginAnew,
  now: Instant,
): Promise<Beginning> {
  if (actor.kind === 'staff' && actor.staffId === staffId) throw notOneself({});
  if (!(await isStaff(tx, staffId))) throw staffUnknown({});
  const holder = { kind: 'staff', id: staffId } as const;
  const account = await lockAccount(tx, holder);
  const factors = (await factorsOf(tx, holder)).filter(isOwnFactor);
  for (const { factorId } of factors) await revoke(tx, { factorId, holder }, now);
  // whoever began with a code before must not finish with the next one
  await dropPending(tx, holder);
  await endEmergencySet(tx, holder, now);
  if (passwordHash !== undefined) await saveCredential(tx, holder, passwordHash, now);
  const sessions = await endSessionsOf(tx, { holder, because: 'factor-changed' }, now);
  const by = actor.kind === 'staff' ? actor.name : settingsOf(tx).brand;
  const opened = { account: { ...account, holder }, by, ended: factors.length };
  const beginning = await openBeginning(tx, opened, now);
  const label = fullName({ first: account.firstName, last: account.lastName });
  const about = { kind: 'staff', id: staffId, label };
  const facts = { reason, ended: factors.length, sessions };
  const happening = { stream: 'instance', action: 'identity.staff-begins-anew', about } as const;
  await record(tx, { ...happening, actor, facts }, now);
  return beginning;
}
