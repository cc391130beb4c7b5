import { serve } from '#platform/http/route.ts';
import {
  beginRecoveryAddress as begin,
  resendRecoveryCode as resend,
} from './begin-recovery-address.ts';
import { confirmRecoveryAddress as confirm } from './confirm-recovery-address.ts';
import type { CodeMailed } from './mail-code.ts';
import { readRecoveryAddress as read } from './read-recovery-address.ts';
import {
  beginRecoveryAddress,
  confirmRecoveryAddress,
  readRecoveryAddress,
  removeRecoveryAddress,
  resendRecoveryCode,
} from './recovery-address.contract.ts';
import { countsFrom, toldUntil } from './recovery-address.rules.ts';
import { removeRecoveryAddress as remove } from './remove-recovery-address.ts';

export const recoveryAddressRoutes = [
  serve(readRecoveryAddress, async ({ tx, now, actor }) => {
    const { present, pending, former } = await read(tx, actor.userId, now);
    return {
      present: present
        ? {
            address: present.address,
            confirmedAt: present.confirmedAt.toISOString(),
            countsFrom: countsFrom(present.confirmedAt).toISOString(),
            isCounting: countsFrom(present.confirmedAt) <= now,
          }
        : null,
      pending: pending ? presentPending(pending) : null,
      former: former.map(({ address, endedAt = now }) => {
        return { address, toldUntil: toldUntil(endedAt).toISOString() };
      }),
    };
  }),
  serve(beginRecoveryAddress, async ({ tx, now, actor, body }) =>
    presentPending(await begin(tx, { actor, ...body }, now)),
  ),
  serve(resendRecoveryCode, async ({ tx, now, actor }) =>
    presentPending(await resend(tx, actor, now)),
  ),
  serve(confirmRecoveryAddress, async ({ within, now, actor, body }) => {
    await confirm(within, { actor, ...body }, now);
  }),
  serve(removeRecoveryAddress, async ({ tx, now, actor }) => {
    await remove(tx, actor, now);
  }),
];

function presentPending({ address, expiresAt }: CodeMailed) {
  return { address, expiresAt: expiresAt.toISOString() };
}
