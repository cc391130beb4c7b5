import { nobody } from '#kernel/actor.ts';
import { keysOf } from '#platform/database/surroundings.ts';
import { noCandidate, type FactorKind } from '../asking/kind.ts';
import { factorUnknown } from '../factor.refusals.ts';
import { secretsOf } from '../factor.store.ts';
import { purposeOfCode, requireUsable, sendCode } from './codes/send-code.ts';
import { takeCode, tryCode } from './codes/sms-code.store.ts';
import { markVerified } from './traffic/send.store.ts';

/** Codes by text, at sign-in only: whoever has the SIM card is not asked to confirm with it. */
export const smsKind: FactorKind<'sms'> = {
  challenge: async (tx, { account, purpose, boundTo }, now) => {
    if (purpose !== 'sign-in') return undefined;
    const [present] = await secretsOf(tx, account.holder, 'sms');
    if (!present) throw factorUnknown({});
    const { factorId, secret } = present;
    const mobile = requireUsable(tx, secret, '');
    const sending = { account, actor: nobody, factorId, mobile, boundTo };
    const { number, expiresAt } = await sendCode(tx, sending, now);
    return { number, expiresAt: expiresAt.toISOString() };
  },
  read: async (tx, { account, purpose, boundTo }, { code }, now) => {
    if (purpose !== 'sign-in') return noCandidate;
    const { holder } = account;
    const waiting = await tryCode(tx, { boundTo, holder, state: 'active' }, now);
    if (!waiting) return noCandidate;
    const { factorId, mac, maturesAt } = waiting;
    if (!keysOf(tx).isHmacOf(purposeOfCode(boundTo, holder), code, mac)) return noCandidate;
    return async () => ({
      factorId,
      proof: 'sms',
      restrictedUntil: maturesAt,
      take: async (inside, at) => {
        const isTaken = await takeCode(inside, { ...waiting, boundTo }, at);
        if (isTaken) await markVerified(inside, boundTo, at);
        return isTaken;
      },
    });
  },
};
