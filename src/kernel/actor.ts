import type { Instant } from './calendar.ts';
import type { Id, StaffId, UserId } from './ids.ts';
import type { StaffRole } from './permission.ts';

export type SessionId = Id<'ses'>;

/** How well a session knows who is in it. */
export type Strength = {
  /** Two where a second factor was proven, not longer ago than a day. */
  readonly level?: 1 | 2;
  /** What was proven in it. */
  readonly methods?: readonly string[];
  /** An emergency code opened it: until then it protects and removes nothing. */
  readonly restrictedUntil?: Instant | undefined;
  /** Its rights changed: the answer brings another token (SE-03). */
  readonly isTokenDue?: boolean;
};

/** Who asks. `system` is a job or a command of the operator; it never comes through HTTP. */
export type Actor =
  | { readonly kind: 'nobody' }
  | ({
      readonly kind: 'user';
      readonly userId: UserId;
      readonly sessionId: SessionId;
      readonly name: string;
      /** Browser and system, as far as they say; for the person's own log. */
      readonly device?: string;
    } & Strength)
  | ({
      readonly kind: 'staff';
      readonly staffId: StaffId;
      readonly sessionId: SessionId;
      readonly name: string;
      readonly role: StaffRole;
    } & Strength)
  | { readonly kind: 'system'; readonly job: string };

export const nobody: Actor = { kind: 'nobody' };
export const system = (job: string): Actor => ({ kind: 'system', job });
