import type { Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import type { UserId } from '#kernel/ids.ts';
import { record } from '#modules/activity/index.ts';
import type { Tx } from '#platform/database/tx.ts';
import { findCredential } from '../passwords/credential.store.ts';
import type { ProfileChange, User } from './user.rules.ts';
import { changeUser, userOf } from './user.store.ts';

export type Profile = { readonly user: User; readonly passwordSetAt: Instant };

export async function readOwnProfile(tx: Tx, userId: UserId): Promise<Profile> {
  const user = await userOf(tx, userId);
  const credential = await findCredential(tx, { kind: 'user', id: userId });
  return { user, passwordSetAt: credential?.setAt ?? user.createdAt };
}

/** Changes what a person says about themselves (R151, R152). What is absent stays. */
export async function updateOwnProfile(
  tx: Tx,
  { actor, change }: { actor: Extract<Actor, { kind: 'user' }>; change: ProfileChange },
  now: Instant,
): Promise<Profile> {
  const { userId } = actor;
  await changeUser(tx, userId, change);
  const changed = Object.entries(change)
    .filter(([, value]) => value !== undefined)
    .map(([name]) => name);
  if (changed.length > 0) {
    const happening = { stream: { userId }, action: 'identity.profile-changed', actor };
    await record(tx, { ...happening, facts: { changed: changed.join(',') } }, now);
  }
  return readOwnProfile(tx, userId);
}
