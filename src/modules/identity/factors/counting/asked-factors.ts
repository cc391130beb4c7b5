import { settingsOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Holder } from '../../accounts/account.rules.ts';
import type { Proof } from '../../gate/gate.rules.ts';
import type { Claim } from '../asking/kind.ts';
import { staffPasskeyNeeded } from '../factor.refusals.ts';
import type { Factor, FactorType } from '../factor.rules.ts';
import { standingFactors } from '../factor.store.ts';
import {
  askedAmong,
  isCounting,
  kindsFor,
  proofsAmong,
  type StaffDemand,
} from './counting.rules.ts';

/** What an account proves itself with now: read anew at every step (AT-07). */
export type AskedFactors = {
  readonly factors: readonly Factor[];
  readonly proofs: readonly Proof[];
};

/** What the operator demands of this kind of holder; undefined of customers. */
export function demandOn(tx: Tx, { kind }: Pick<Holder, 'kind'>): StaffDemand | undefined {
  if (kind === 'user') return undefined;
  const { staffFactors: factors, staffPasskeyModels: models } = settingsOf(tx);
  return { factors, models };
}

export async function askedFactors(tx: Tx, holder: Holder): Promise<AskedFactors> {
  const demand = demandOn(tx, holder);
  const factors = askedAmong(await standingFactors(tx, holder), demand);
  return { factors, proofs: proofsAmong(factors, demand) };
}

/** Those that open the work of their holder. */
export function countingAmong<F extends Factor>(
  tx: Tx,
  holder: Holder,
  factors: readonly F[],
): readonly F[] {
  const demand = demandOn(tx, holder);
  return factors.filter((factor) => isCounting(factor, demand));
}

/** Whether what was proven is among what is asked for; of customers all that is active is. */
export async function isAsked(
  tx: Tx,
  holder: Holder,
  { factorId, proof }: Pick<Claim, 'factorId' | 'proof'>,
): Promise<boolean> {
  if (holder.kind === 'user') return true;
  const { factors, proofs } = await askedFactors(tx, holder);
  return proofs.includes(proof) && factors.some((factor) => factor.factorId === factorId);
}

/** A kind that opens nothing behind this door is not added either. */
export function refuseUncounted(tx: Tx, holder: Holder, type: FactorType): void {
  if (!kindsFor(demandOn(tx, holder)).includes(type)) throw staffPasskeyNeeded({});
}
