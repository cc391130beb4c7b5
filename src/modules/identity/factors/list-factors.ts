import type { Instant } from '#kernel/calendar.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Holder } from '../accounts/account.rules.ts';
import { isFactorDemanded } from './change-factor.ts';
import { emergencySetOf, type EmergencySet } from './emergency/emergency-code.store.ts';
import { isOwnFactor, type Factor } from './factor.rules.ts';
import { factorsOf } from './factor.store.ts';
import { knownPasskeys, type KnownPasskeys } from './passkeys/known-passkeys.ts';
import { holdsBecause } from './removal.rules.ts';

export type ListedFactor = Factor & {
  /** Why it must stay; undefined when it may go. */
  readonly held: 'demanded' | undefined;
};

export type FactorList = {
  readonly factors: readonly ListedFactor[];
  readonly emergency: EmergencySet | undefined;
  readonly isDemanded: boolean;
  /** What browsers and password managers may know of the account's passkeys. */
  readonly passkeys: KnownPasskeys | undefined;
};

/** What an account proves itself with, besides the password. */
export async function listFactors(tx: Tx, holder: Holder, now: Instant): Promise<FactorList> {
  const factors = await factorsOf(tx, holder);
  const isDemanded = await isFactorDemanded(tx, holder, now);
  const own = factors.filter(isOwnFactor).map((factor) => ({
    ...factor,
    held: holdsBecause(factors, factor.factorId, { isDemanded }),
  }));
  const emergency = await emergencySetOf(tx, holder);
  return { factors: own, emergency, isDemanded, passkeys: await knownPasskeys(tx, holder, now) };
}
