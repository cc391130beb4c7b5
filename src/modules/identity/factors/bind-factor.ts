import type { Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import { newId } from '#kernel/new-id.ts';
import { record } from '#modules/activity/index.ts';
import type { Within } from '#platform/database/database.ts';
import type { Tx } from '#platform/database/tx.ts';
import { streamOf, type Account, type Holder } from '../accounts/account.rules.ts';
import { lockAccount } from '../accounts/account.store.ts';
import { requireFreshProof } from '../sessions/authenticate.ts';
import { endSessionsOf, holderOf } from '../sessions/end-sessions.ts';
import { sessionOf } from '../sessions/session.store.ts';
import { stepUpNeeded } from '../sign-in/sign-in.refusals.ts';
import { rotate, type Rotated } from '../sign-in/step-up.ts';
import { useBeginning } from '../staff/beginning/require-beginning.ts';
import { emergencySetOf, insertEmergencySet } from './emergency/emergency-code.store.ts';
import { newEmergencyCodes } from './emergency/emergency-codes.ts';
import { countingAmong, demandOn } from './counting/asked-factors.ts';
import { kindsFor } from './counting/counting.rules.ts';
import { enrolmentOver } from './factor.refusals.ts';
import { isOwnFactor, type FactorType } from './factor.rules.ts';
import { activate, activeFactors, type Bound } from './factor.store.ts';
import { tellOwner } from './tell-owner.ts';

type SessionActor = Extract<Actor, { kind: 'user' | 'staff' }>;

export type Enrolled = Rotated & {
  /** Shown once, with the first factor of an account. */
  readonly codes: readonly string[] | undefined;
};

/** What was confirmed, and as what it will be remembered. */
export type Confirmed = Pick<Bound, 'factorId' | 'lastStep' | 'passkey'> & {
  readonly type: FactorType;
  readonly label: string;
};

type Binding = {
  readonly actor: SessionActor;
  readonly confirmed: Confirmed;
  /** What a kind ends or settles with it, in the same transaction. */
  readonly before?: (tx: Tx, account: Account) => Promise<void>;
};

/**
 * Binds a confirmed factor to an account: the session proved it and rises with it, the first one
 * brings the emergency codes and ends sessions that proved less, and the owner is told (N7).
 */
export async function bindFactor(
  within: Within,
  { actor, confirmed, before }: Binding,
  now: Instant,
): Promise<Enrolled> {
  const holder = holderOf(actor);
  const hasCodes = await within(
    async (tx) =>
      (await emergencySetOf(tx, holder)) !== undefined ||
      !kindsFor(demandOn(tx, holder)).includes('emergency'),
  );
  // ten hashes: computed before the transaction, thrown away when another request was faster
  const made = hasCodes ? undefined : await newEmergencyCodes();
  return within(async (tx) => {
    const account = await lockAccount(tx, holder);
    const { sessionId } = actor;
    await requireFreshProof(tx, { sessionId, action: 'protective' }, now);
    const session = await sessionOf(tx, sessionId, now);
    if (!session) throw stepUpNeeded({});
    await useBeginning(tx, holder, now);
    const isFirst = !countingAmong(tx, holder, await activeFactors(tx, holder)).some(isOwnFactor);
    const { restrictedUntil: maturesAt } = session;
    await before?.(tx, account);
    if (!(await activate(tx, { ...confirmed, holder, maturesAt }, now))) throw enrolmentOver({});

    const codes = made && (await keepCodes(tx, { holder, hashes: made.hashes }, now));
    if (isFirst) {
      const others = { holder, except: actor.sessionId, because: 'factor-changed' } as const;
      await endSessionsOf(tx, others, now);
    }
    await noteAdded(tx, { account, actor, confirmed }, now);
    const proof = proofOfBinding(confirmed);
    const rotated = await rotate(tx, session, now, { aal: 2, proof });
    return { ...rotated, codes: codes ? made.codes : undefined };
  });
}

/** A factor is proven by binding it. */
function proofOfBinding({ type, passkey }: Confirmed): string {
  return passkey && !passkey.flags.includes('user-verified') ? 'security-key' : type;
}

/** False when a set is there already: another request was faster, and its codes count. */
async function keepCodes(
  tx: Tx,
  { holder, hashes }: { holder: Holder; hashes: readonly string[] },
  now: Instant,
): Promise<boolean> {
  if (await emergencySetOf(tx, holder)) return false;
  await insertEmergencySet(tx, { factorId: newId('fac', now), holder, hashes }, now);
  return true;
}

async function noteAdded(
  tx: Tx,
  { account, actor, confirmed }: { account: Account; actor: Actor; confirmed: Confirmed },
  now: Instant,
): Promise<void> {
  const { type, label, factorId } = confirmed;
  const about = { kind: 'factor', id: factorId, label };
  const happening = { stream: streamOf(account.holder), action: 'identity.factor-added', actor };
  await record(tx, { ...happening, about, facts: { method: type } }, now);
  await tellOwner(tx, account, { happened: 'added', type, label }, now);
}
