import type { z } from 'zod';
import type { Instant } from '#kernel/calendar.ts';
import type { factorList, newTotp } from './factor.contract.ts';
import type { FactorList } from './list-factors.ts';
import type { NewTotp } from './totp/add-totp.ts';

/** The list as the contract promises it. */
export function presentFactors(
  { factors, emergency, isDemanded, passkeys }: FactorList,
  restrictedUntil: Instant | undefined,
): z.input<typeof factorList> {
  return {
    factors: factors.map(({ factorId, type, label, state, flags, boundAt, lastUsedAt, held }) => ({
      factorId,
      type,
      label,
      state: state === 'suspended' ? 'suspended' : 'active',
      isWhole: type === 'passkey' && flags.includes('user-verified'),
      isSynced: flags.includes('synced'),
      addedAt: (boundAt ?? new Date(0)).toISOString(),
      lastUsedAt: lastUsedAt?.toISOString() ?? null,
      held: held ?? null,
    })),
    emergency: emergency ? { left: emergency.left, madeAt: emergency.madeAt.toISOString() } : null,
    isDemanded,
    passkeys: passkeys ?? null,
    restrictedUntil: restrictedUntil?.toISOString() ?? null,
  };
}

export function presentNewTotp(made: NewTotp): z.input<typeof newTotp> {
  const { factorId, seed, picture, expiresAt } = made;
  return { factorId, key: seed, picture, expiresAt: expiresAt.toISOString() };
}
