import { z } from 'zod';
import type { Instant } from '#kernel/calendar.ts';
import { idOf, type Id } from '#kernel/ids.ts';
import type { Proof } from '../gate/gate.rules.ts';

/** What somebody can prove with besides the password; the strongest first, as they are offered. */
export const factorTypes = ['passkey', 'push', 'totp', 'sms', 'emergency'] as const;
export type FactorType = (typeof factorTypes)[number];

export type FactorId = Id<'fac'>;
export const factorId = idOf('fac');

/** Suspended: it may have been copied or is lost, and waits for what its owner does with it. */
export type FactorState = 'pending' | 'active' | 'suspended' | 'revoked';

export type Factor = {
  readonly factorId: FactorId;
  readonly type: FactorType;
  readonly label: string;
  readonly state: FactorState;
  readonly flags: readonly string[];
  /** Of a passkey whose maker vouched for it. */
  readonly model: string | undefined;
  readonly boundAt: Instant | undefined;
  readonly lastUsedAt: Instant | undefined;
  /** Bound after an emergency code: what it opens is restricted until then. */
  readonly maturesAt: Instant | undefined;
  /** Its owner lost it: it proves nothing, and the account stays protected. */
  readonly isLost: boolean;
  /** When it goes, unless its owner says no before. */
  readonly removalDueAt: Instant | undefined;
  /** A phone that was asked too often: it is not offered until another factor succeeds (MF-09). */
  readonly restsSince: Instant | undefined;
};

/**
 * What each kind contributes to the gate. In a step-up a kind counts alone, beside the password, or
 * never (SU-02): codes of a saved sheet say nothing about who holds it now, those
 * of a text nothing about whose SIM card got it.
 */
export const strengths = {
  passkey: { proofs: ['passkey', 'security-key'], inStepUp: 'alone' },
  push: { proofs: ['push'], inStepUp: 'alone' },
  totp: { proofs: ['totp'], inStepUp: 'with-password' },
  sms: { proofs: ['sms'], inStepUp: 'never' },
  emergency: { proofs: ['emergency'], inStepUp: 'never' },
} as const satisfies Record<
  FactorType,
  { proofs: readonly Proof[]; inStepUp: 'alone' | 'with-password' | 'never' }
>;

/** Emergency codes replace a factor that is lost; an account that has nothing else has none. */
export const isOwnFactor = ({ type }: { readonly type: FactorType }): boolean =>
  type !== 'emergency';

/** The kinds that are held, the strongest first. The push app shows codes as well. */
export function typesOf(active: readonly { readonly type: FactorType }[]): FactorType[] {
  const held = new Set(active.map(({ type }) => type));
  if (held.has('push')) held.add('totp');
  return factorTypes.filter((type) => held.has(type));
}

/** What is offered of them: all but phones that rest. Their codes still count. */
export function offeredOf(
  active: readonly Pick<Factor, 'type' | 'restsSince'>[],
): readonly FactorType[] {
  const isAskable = active.some(({ type, restsSince }) => type === 'push' && !restsSince);
  return typesOf(active).filter((type) => type !== 'push' || isAskable);
}

type Standing = Pick<Factor, 'factorId' | 'type' | 'state'>;

/**
 * The proofs of which a sign-in must bring one, from what stands on the account now. What is lost
 * proves nothing and protects still: until it is replaced or removed, a code of the sheet must do.
 */
export function proofsOf(standing: readonly Pick<Standing, 'type' | 'state'>[]): readonly Proof[] {
  const own = standing.filter(isOwnFactor);
  if (own.length === 0) return [];
  const active = standing.filter(({ state }) => state === 'active');
  if (!active.some(isOwnFactor)) return strengths.emergency.proofs;
  return typesOf(active).flatMap((type) => strengths[type].proofs);
}

/** Of these, the one that is spoken of, where another can say who is asking. */
export function sparedIn(active: readonly Standing[], object?: string): FactorId | undefined {
  const spoken = active.find(({ factorId }) => factorId === object);
  const others = active.filter((factor) => factor !== spoken);
  const isProvable = others.some(({ type }) => strengths[type].inStepUp !== 'never');
  return isProvable ? spoken?.factorId : undefined;
}

/** Whether what was proven may stand for the person in a step-up, besides being a second factor. */
export function isStrong(proof: Proof): boolean {
  return factorTypes.some((type) => {
    const proofs: readonly Proof[] = strengths[type].proofs;
    return proofs.includes(proof) && strengths[type].inStepUp !== 'never';
  });
}

/** How long an enrolment waits for its confirmation. */
export const enrolSeconds = 10 * 60;

/** A session that an emergency code opened protects nothing and removes nothing for a day. */
export const restrictedSeconds = 24 * 60 * 60;

/** What one account may try at one kind of factor (MF-07, AT-09). */
export const tryLimits = {
  /** In one attempt; another attempt does not begin the day anew. */
  perAttempt: 5,
  /** In a row, whatever the browser, address or attempt; then the kind rests for a day. */
  perDay: 20,
  /** From here on the owner is told: somebody knows the password (LK-13). */
  toldFrom: 3,
} as const;

/** A name as the owner gives it. */
export const labelField = z
  .string()
  .transform((text) => text.normalize('NFC').trim().replaceAll(/\s+/g, ' '))
  .pipe(
    z
      .string()
      .min(1)
      .max(60)
      .regex(/^[^\p{Cc}\p{Bidi_Control}<>]+$/u),
  );

/** Base64url, as browsers spell what an authenticator gave. */
const bytes = z.string().regex(/^[A-Za-z0-9_-]*$/);

/** An assertion: what a passkey signed, as `startAuthentication` gives it. */
export const passkeyAssertion = z.object({
  id: bytes.max(2000),
  rawId: bytes.max(2000),
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON: bytes.max(4000),
    authenticatorData: bytes.max(4000),
    signature: bytes.max(4000),
    userHandle: bytes.max(200).optional(),
  }),
});
export type PasskeyAssertion = z.output<typeof passkeyAssertion>;

/** What `startRegistration` gives. */
export const passkeyAttestation = z.object({
  id: bytes.max(2000),
  rawId: bytes.max(2000),
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON: bytes.max(4000),
    attestationObject: bytes.max(20_000),
  }),
});
export type PasskeyAttestation = z.output<typeof passkeyAttestation>;

/** Six digits as people type them. */
const sixDigits = z
  .string()
  .max(20)
  .transform((text) => text.replaceAll(/\s/g, ''))
  .pipe(z.string().regex(/^\d{6}$/));

export const codeField = sixDigits;

const answers = {
  passkey: z.strictObject({ method: z.literal('passkey'), response: passkeyAssertion }),
  push: z.strictObject({ method: z.literal('push') }),
  totp: z.strictObject({ method: z.literal('totp'), code: sixDigits }),
  sms: z.strictObject({ method: z.literal('sms'), code: sixDigits }),
  emergency: z.strictObject({ method: z.literal('emergency'), code: z.string().min(1).max(60) }),
} as const satisfies Record<FactorType, z.ZodType>;

/** What somebody answers when a second factor is asked for. */
export const factorAnswer = z.discriminatedUnion('method', [
  answers.passkey,
  answers.push,
  answers.totp,
  answers.sms,
  answers.emergency,
]);
export type FactorAnswer = z.output<typeof factorAnswer>;

type Answers = { readonly [T in FactorType]: z.output<(typeof answers)[T]> };
/** The answer of one kind. */
export type AnswerOf<T extends FactorType> = Answers[T];
