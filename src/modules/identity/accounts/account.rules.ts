import type { Actor, SessionId } from '#kernel/actor.ts';
import type { StaffId, UserId } from '#kernel/ids.ts';
import type { Language } from '#kernel/language.ts';
import type { StaffRole } from '#kernel/permission.ts';
import { fullName } from './user.rules.ts';

/** Whose a credential, a session or a device is: a user's, or one of the provider's people's. */
export type Holder =
  | { readonly kind: 'user'; readonly id: UserId }
  | { readonly kind: 'staff'; readonly id: StaffId };

/** Users and staff have doors of their own; nothing of one opens the other. */
export type Door = Holder['kind'];

/** What signing in needs to know of a user or of one of the staff. */
export type Account = {
  readonly holder: Holder;
  readonly firstName: string;
  readonly lastName: string;
  readonly address: string;
  readonly language: Language;
  /** Failed tries in a row until strange browsers are locked out (D6). */
  readonly lockAfter: number;
  readonly isDisabled: boolean;
  /** Of the staff only. */
  readonly role: StaffRole | undefined;
};

/** In whose log stands what happened to an account. */
export function streamOf(holder: Holder): { userId: UserId } | 'instance' {
  return holder.kind === 'user' ? { userId: holder.id } : 'instance';
}

/** The account itself, acting in one of its sessions. */
export function actorOf(account: Account, sessionId: SessionId): Actor {
  const { holder, role } = account;
  const name = fullName({ first: account.firstName, last: account.lastName });
  return holder.kind === 'user'
    ? { kind: 'user', userId: holder.id, sessionId, name }
    : { kind: 'staff', staffId: holder.id, sessionId, name, role: role ?? 'support' };
}

/** Where mail to an account goes. */
export function recipientOf(account: Account): {
  address: string;
  name: string;
  language: Language;
  userId?: UserId;
} {
  const { holder, address, language } = account;
  const name = fullName({ first: account.firstName, last: account.lastName });
  return { address, name, language, ...(holder.kind === 'user' ? { userId: holder.id } : {}) };
}
