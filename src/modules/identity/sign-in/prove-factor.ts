import type { Instant } from '#kernel/calendar.ts';
import type { Within } from '#platform/database/database.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Door } from '../accounts/account.rules.ts';
import { accountOf, lockAccount } from '../accounts/account.store.ts';
import {
  checkFactor,
  noteWrongFactor,
  takeFactor,
  tellOfReplay,
  type FactorCheck,
} from '../factors/asking/check-factor.ts';
import { askedFactors, isAsked } from '../factors/counting/asked-factors.ts';
import { attemptOver, factorWrong } from '../factors/factor.refusals.ts';
import { offeredOf, type FactorAnswer, type FactorType } from '../factors/factor.rules.ts';
import { challengeOf } from '../factors/asking/kinds.ts';
import { addProof, findAttempt, lockAttempt, type Attempt } from '../gate/attempt.store.ts';
import type { Browser } from '../gate/browser.rules.ts';
import { completeAttempt, type Completed } from '../gate/complete-attempt.ts';
import { openWayToChange } from '../passwords/forced/way-to-change.ts';
import type { WayToChange } from '../passwords/forced/forced.rules.ts';
import { findTrustedDevice } from '../sessions/device.store.ts';
import { tokenHash } from '../tokens/token.ts';

/** What waits for its second proof, in the browser with this token. */
export type OpenAttempt = {
  readonly door: Door;
  /** Told only now, after the right password (R62). */
  readonly methods: readonly FactorType[];
};

export async function readAttempt(
  tx: Tx,
  token: string | undefined,
  now: Instant,
): Promise<OpenAttempt | undefined> {
  const attempt = token && (await findAttempt(tx, tokenHash(token), now));
  if (!attempt) return undefined;
  const { holder } = attempt;
  return { door: holder.kind, methods: await methodsOf(tx, holder) };
}

/** What an account can prove with, the strongest first. */
export async function methodsOf(tx: Tx, holder: Attempt['holder']): Promise<readonly FactorType[]> {
  const { factors } = await askedFactors(tx, holder);
  return offeredOf(factors.filter(({ state }) => state === 'active'));
}

type Asking = {
  readonly token: string | undefined;
  readonly method: FactorType;
  readonly deviceToken: string | undefined;
};

/** What the browser needs before this method can be answered; bound to the attempt (MF-02). */
export async function askFactor(
  tx: Tx,
  { token, method, deviceToken }: Asking,
  now: Instant,
): Promise<object | undefined> {
  const { holder, attemptId } = await attemptOf(tx, token, now);
  // nothing leaves for what is not taken (MF-08)
  if (holder.kind === 'staff' && !(await methodsOf(tx, holder)).includes(method)) return undefined;
  const account = await accountOf(tx, holder);
  const known = deviceToken && { holder, tokenHash: tokenHash(deviceToken) };
  const isKnownBrowser = Boolean(known && (await findTrustedDevice(tx, known, now)));
  const asked = { account, purpose: 'sign-in', boundTo: attemptId, isKnownBrowser } as const;
  return challengeOf(tx, method, asked, now);
}

/** Who is in, or whose password is right and opens nothing any more (PW-08). */
export type Proven =
  | (Completed & { readonly door: Door })
  | { readonly kind: 'change-password'; readonly by: WayToChange };

/**
 * The second step of a sign-in: reserve the try, check it outside any transaction, take it once and
 * complete. A wrong answer leaves its try and its trace.
 */
export async function proveFactor(
  within: Within,
  command: { token: string | undefined; answer: FactorAnswer; browser: (door: Door) => Browser },
  now: Instant,
): Promise<Proven> {
  const { token, answer } = command;
  const { attemptId, holder, account } = await within(
    async (tx) => {
      const attempt = await attemptOf(tx, token, now);
      return { ...attempt, account: await accountOf(tx, attempt.holder) };
    },
    { readOnly: true },
  );
  const door = account.holder.kind;
  const browser = command.browser(door);
  const asked = { account, purpose: 'sign-in', boundTo: attemptId } as const;
  const check: FactorCheck = { asked, answer, attemptId, browser };
  const claim = await checkFactor(within, check, now);

  const outcome = await within(async (tx) => {
    const [attempt] = await Promise.all([lockAttempt(tx, attemptId), lockAccount(tx, holder)]);
    const counts = claim && (await isAsked(tx, holder, claim));
    if (!counts || !(await takeFactor(tx, { claim, check }, now))) {
      await noteWrongFactor(tx, check, now);
      await tellOfReplay(tx, { claim, check }, now);
      return undefined;
    }
    const proven = await addProof(tx, attempt, claim);
    const completion = await completeAttempt(tx, { attempt: proven, browser }, now);
    if (completion.kind === 'signed-in') return { ...completion, door };
    if (completion.kind !== 'change-password') throw attemptOver({});
    const { done } = proven;
    const by = await openWayToChange(tx, { account, done, browser }, now);
    return { kind: completion.kind, by };
  });
  if (!outcome) throw factorWrong({});
  return outcome;
}

async function attemptOf(tx: Tx, token: string | undefined, now: Instant): Promise<Attempt> {
  const attempt = token && (await findAttempt(tx, tokenHash(token), now));
  if (!attempt) throw attemptOver({});
  return attempt;
}
