import { z } from 'zod';
import { organizationId, type OrganizationId } from '#kernel/ids.ts';
import { factorId } from '../factors/factor.rules.ts';

/** What the push app may be asked, and for how long (MF-03, MF-09). */
export const pushLimits = {
  /** Of a request, and of what its answer opens. */
  seconds: 120,
  /** Wrong numbers end a request. */
  wrongCodes: 3,
  /** Requests that nobody answered, in ten minutes. */
  unanswered: 3,
  unansweredSeconds: 10 * 60,
  perDay: 10,
  daySeconds: 24 * 60 * 60,
  /** After a report no strange browser asks the phone. */
  reportSeconds: 60 * 60,
  /** How old a signed question of the app may be. */
  signedSeconds: 60,
} as const;

export type PushState =
  | 'pending'
  | 'approved'
  | 'used'
  | 'denied'
  | 'reported'
  | 'spent'
  | 'replaced';

/** What a browser is told of its request; why it is over is the phone's business. */
export function shownState(
  request: { readonly state: PushState; readonly expiresAt: Date } | undefined,
  now: Date,
): 'waiting' | 'approved' | 'denied' | 'over' {
  if (!request || request.expiresAt <= now) return 'over';
  if (request.state === 'pending') return 'waiting';
  if (request.state === 'approved') return 'approved';
  return request.state === 'denied' || request.state === 'reported' ? 'denied' : 'over';
}

/** Whether the phone was asked as often as it may be, without another factor in between. */
export function isSpent(recent: { readonly unanswered: number; readonly today: number }): boolean {
  return recent.unanswered >= pushLimits.unanswered || recent.today >= pushLimits.perDay;
}

/** What a request is about: an act that cannot be undone, and perhaps where. */
export function aboutIn(about: string): {
  readonly action: string | undefined;
  readonly organizationId: OrganizationId | undefined;
} {
  const [action = '', object = ''] = about.split(' ');
  const named = object.split('/').map((part) => organizationId.safeParse(part).data);
  return { action: action === '' ? undefined : action, organizationId: named.find(Boolean) };
}

const base64url = z.string().regex(/^[A-Za-z0-9_-]+$/);
/** For which place, and when: part of all that an app signs. */
export const signedBy = { origin: z.string().max(300), iat: z.int() };

/** A text and its signature by the key of the app: ECDSA on P-256 with SHA-256, both halves. */
export const signedMessage = z.strictObject({
  payload: z.string().max(2000),
  signature: base64url.length(86),
});
export type SignedMessage = z.output<typeof signedMessage>;

/** What an app signs to be paired: the code of the desktop page, for this place. */
export const pairingPayload = z.strictObject({ code: base64url.length(22), ...signedBy });

/** What it signs to read what waits. */
export const readingPayload = z.strictObject({ kind: z.literal('read'), factorId, ...signedBy });

/** What it signs to say where its phone is woken. */
export const subscriptionPayload = z.strictObject({
  kind: z.literal('subscribe'),
  factorId,
  endpoint: z.string().min(1).max(1000),
  ...signedBy,
});

/** What it signs to decide. There is no approval without the number that was typed (MF-09). */
export const decisionPayload = z.discriminatedUnion('decision', [
  z.strictObject({
    decision: z.literal('approve'),
    code: z.string().regex(/^\d{6}$/),
    factorId,
    attempt: z.string().max(60),
    jti: base64url.max(60),
    ...signedBy,
  }),
  z.strictObject({
    decision: z.enum(['deny', 'report']),
    factorId,
    attempt: z.string().max(60),
    jti: base64url.max(60),
    ...signedBy,
  }),
]);
type DecisionPayload = z.output<typeof decisionPayload>;
export type Approval = Extract<DecisionPayload, { decision: 'approve' }>;
export type Denial = Exclude<DecisionPayload, Approval>;

/** Base64url of a public key as browsers export it (`spki`). */
export const publicKeyField = base64url.max(200);
