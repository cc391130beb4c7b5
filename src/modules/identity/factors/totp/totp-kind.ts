import { secretsOf } from '../factor.store.ts';
import type { FactorKind } from '../asking/kind.ts';
import { isStepTaken, takeStep } from './step.store.ts';
import { stepOf } from './totp.ts';

/** Codes of an app. A step counts once, whoever brings it; none before it counts again. */
export const totpKind: FactorKind<'totp'> = {
  read: async (tx, { account }, { code }, now) => {
    const [ofApps, ofPhones] = await Promise.all([
      secretsOf(tx, account.holder, 'totp'),
      secretsOf(tx, account.holder, 'push'),
    ]);
    const seeds = [...ofApps, ...ofPhones];
    return async () => {
      for (const { factorId, secret, maturesAt } of seeds) {
        const step = stepOf(secret, code, now);
        if (step === undefined) continue;
        return {
          factorId,
          proof: 'totp',
          restrictedUntil: maturesAt,
          take: (inside, at) => takeStep(inside, { factorId, step }, at),
          wasTaken: (inside) => isStepTaken(inside, { factorId, step }),
        };
      }
      return undefined;
    };
  },
};
