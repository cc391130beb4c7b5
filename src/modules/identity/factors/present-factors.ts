import type { z } from 'zod';
import type { Instant } from '#kernel/calendar.ts';
import type { factorList, newTotp } from './factor.contract.ts';
import type { FactorList, ListedFactor } from './list-factors.ts';
import type { NewTotp } from './totp/add-totp.ts';

/** The list as the contract promises it. */
export function presentFactors(
  { factors, emergency, passkeys, kinds, ...of }: FactorList,
  restrictedUntil: Instant | undefined,
): z.input<typeof factorList> {
  return {
    ...of,
    kinds: [...kinds],
    factors: factors.map(presentFactor),
    emergency: emergency ? { left: emergency.left, madeAt: emergency.madeAt.toISOString() } : null,
    passkeys: passkeys ?? null,
    restrictedUntil: restrictedUntil?.toISOString() ?? null,
  };
}

function presentFactor(factor: ListedFactor) {
  const { factorId, type, label, state, flags, boundAt, lastUsedAt, held, isLast, counts } = factor;
  const { hasScreenLock } = factor;
  const stopped = factor.isLost ? 'lost' : 'suspended';
  return {
    factorId,
    type,
    label,
    isLast,
    hasScreenLock,
    counts,
    state: state === 'suspended' ? stopped : 'active',
    isWhole: type === 'passkey' && flags.includes('user-verified'),
    isSynced: flags.includes('synced'),
    addedAt: (boundAt ?? new Date(0)).toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    held: held ?? null,
    removalDueAt: factor.removalDueAt?.toISOString() ?? null,
  } as const;
}

export function presentNewTotp(made: NewTotp): z.input<typeof newTotp> {
  const { factorId, seed, picture, expiresAt } = made;
  return { factorId, key: seed, picture, expiresAt: expiresAt.toISOString() };
}
