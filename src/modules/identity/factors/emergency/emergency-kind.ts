import type { Instant } from '#kernel/calendar.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Account } from '../../accounts/account.rules.ts';
import { after } from '../../sessions/session.rules.ts';
import { restrictedSeconds, type FactorId } from '../factor.rules.ts';
import { noCandidate, type FactorKind } from '../asking/kind.ts';
import { tellOwner } from '../tell-owner.ts';
import { fewCodes, readCode } from './emergency-code.rules.ts';
import { emergencyHash, emergencySetOf, takeEmergencyCode } from './emergency-code.store.ts';
import { emergencyHasher } from './emergency-codes.ts';

/** Uses a code up and tells its owner, who may have lost the sheet (identity 3.12). */
async function take(
  tx: Tx,
  { account, ...code }: { account: Account; factorId: FactorId; number: number },
  now: Instant,
): Promise<boolean> {
  if (!(await takeEmergencyCode(tx, code, now))) return false;
  const news = { type: 'emergency', label: '' } as const;
  await tellOwner(tx, account, { happened: 'code-used', ...news }, now);
  const set = await emergencySetOf(tx, account.holder);
  if (set && set.left <= fewCodes) {
    await tellOwner(tx, account, { happened: 'few-codes', ...news }, now);
  }
  return true;
}

/** A code of the saved sheet: its digit in front says which one, so that one hash is computed. */
export const emergencyKind: FactorKind<'emergency'> = {
  read: async (tx, { account }, { code }, now) => {
    const typed = readCode(code);
    if (!typed) return noCandidate;
    const { number, secret } = typed;
    const stored = await emergencyHash(tx, account.holder, number);
    return async () => {
      const isRight = await emergencyHasher.verify(stored?.hash, secret);
      if (!isRight || !stored) return undefined;
      const { factorId } = stored;
      return {
        factorId,
        proof: 'emergency',
        restrictedUntil: after(now, restrictedSeconds),
        take: (inside, at) => take(inside, { account, factorId, number }, at),
      };
    };
  },
};
