import type { Instant } from '#kernel/calendar.ts';
import type { UserId } from '#kernel/ids.ts';
import { newId } from '#kernel/new-id.ts';
import { record } from '#modules/activity/index.ts';
import type { Tx } from '#platform/database/tx.ts';
import { saveCredential } from '../passwords/credential.store.ts';
import { accountOpened } from './account-opened.ts';
import { addressTaken } from './account.refusals.ts';
import type { NewUser } from './user.rules.ts';
import { insertUser } from './user.store.ts';

/** A user with a proven address and a password that was hashed before (`hashPassword`). */
export type CreateUser = NewUser & { readonly passwordHash: string };

/** Makes a user who belongs to no organization yet: the caller puts them into one (R22, R24). */
export async function createUser(
  tx: Tx,
  { passwordHash, ...user }: CreateUser,
  now: Instant,
): Promise<UserId> {
  const userId = newId('usr', now);
  if (!(await insertUser(tx, { userId, ...user }, now))) throw addressTaken({});
  await saveCredential(tx, { kind: 'user', id: userId }, passwordHash, now);
  return userId;
}

/** Opens an account as sign-up does: the user, and the organization that is announced for them. */
export async function openAccount(tx: Tx, user: CreateUser, now: Instant): Promise<UserId> {
  const userId = await createUser(tx, user, now);
  const { firstName, lastName, address, language, country } = user;
  await accountOpened.announce(
    tx,
    { userId, firstName, lastName, address, language, country },
    now,
  );
  await recordOpening(tx, { userId, address }, now);
  return userId;
}

/** Opens an account through an invitation: the caller puts the user into the inviting organization. */
export async function openInvitedAccount(tx: Tx, user: CreateUser, now: Instant): Promise<UserId> {
  const userId = await createUser(tx, user, now);
  await recordOpening(tx, { userId, address: user.address }, now);
  return userId;
}

async function recordOpening(
  tx: Tx,
  { userId, address }: { userId: UserId; address: string },
  now: Instant,
): Promise<void> {
  const actor = { kind: 'nobody' } as const;
  const happening = { stream: { userId }, action: 'identity.account-opened', actor };
  await record(tx, { ...happening, personal: { address } }, now);
}
