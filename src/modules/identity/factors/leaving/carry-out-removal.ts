import { system } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import type { Tx } from '#platform/database/tx.ts';
import { lockAccount } from '../../accounts/account.store.ts';
import { endSessionsOf } from '../../sessions/end-sessions.ts';
import { isFactorDemanded } from '../change-factor.ts';
import { countingAmong } from '../counting/asked-factors.ts';
import { endEmergencySet } from '../emergency/emergency-code.store.ts';
import { removalOver } from '../factor.refusals.ts';
import { factorsOf } from '../factor.store.ts';
import { noteFactor, noteRemoved } from '../own-factor.ts';
import { tellOwner } from '../tell-owner.ts';
import { holdsBecause, isLast } from './removal.rules.ts';
import { callOff, revokeDue, type WaitingRemoval } from './removal.store.ts';

/**
 * Carries out a removal whose hour has come, unless it was called off, or an organization demands a
 * second factor by now (R55). Sessions end, as with every removal.
 */
export async function carryOutRemoval(
  tx: Tx,
  { factorId, holder }: WaitingRemoval,
  now: Instant,
): Promise<void> {
  const account = await lockAccount(tx, holder);
  const factors = await factorsOf(tx, holder);
  const factor = factors.find((one) => one.factorId === factorId);
  if (!factor?.removalDueAt || now < factor.removalDueAt) return;
  const actor = system('identity.remove-factors');
  const isDemanded = await isFactorDemanded(tx, holder, now);
  const counting = countingAmong(tx, holder, factors);
  if (holdsBecause(counting, factorId, { isDemanded })) {
    await callOff(tx, { factorId, holder });
    const { type, label } = factor;
    await noteFactor(tx, { action: 'identity.factor-kept', account, actor, factor }, now);
    await tellOwner(tx, account, { happened: 'demanded', type, label }, now);
    return;
  }
  const wasLast = isLast(factors, factorId);
  // told first: a number that goes is still one of its owner's
  await noteRemoved(tx, { account, factor, actor, wasLast }, now);
  if (!(await revokeDue(tx, { factorId, holder }, now))) throw removalOver({});
  await endSessionsOf(tx, { holder, because: 'factor-changed' }, now);
  if (wasLast) await endEmergencySet(tx, holder, now);
}
