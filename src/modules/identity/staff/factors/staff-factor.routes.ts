import { serve } from '#platform/http/route.ts';
import { removeFactor, renameFactor } from '../../factors/change-factor.ts';
import { renewEmergencyCodes } from '../../factors/emergency/renew-emergency-codes.ts';
import { giveNext, giveRisen } from '../../factors/factor.routes.ts';
import { listFactors } from '../../factors/list-factors.ts';
import { beginPasskey, confirmPasskey } from '../../factors/passkeys/add-passkey.ts';
import { presentFactors, presentNewTotp } from '../../factors/present-factors.ts';
import { beginTotp, confirmTotp } from '../../factors/totp/add-totp.ts';
import { browserOf } from '../../sign-in/cookies.ts';
import {
  beginStaffPasskey,
  beginStaffTotp,
  confirmStaffPasskey,
  confirmStaffTotp,
  listStaffFactors,
  removeStaffFactor,
  renameStaffFactor,
  renewStaffEmergencyCodes,
} from './staff-factor.contract.ts';

export const staffFactorRoutes = [
  serve(listStaffFactors, async ({ tx, now, actor }) => {
    const factors = await listFactors(tx, { kind: 'staff', id: actor.staffId }, now);
    return presentFactors(factors, actor.restrictedUntil);
  }),
  serve(beginStaffTotp, async ({ tx, now, actor, body }) =>
    presentNewTotp(await beginTotp(tx, { actor, ...body }, now)),
  ),
  serve(confirmStaffTotp, async ({ within, now, actor, body, http }) =>
    giveRisen(http, 'staff', await confirmTotp(within, { actor, ...body }, now)),
  ),
  serve(beginStaffPasskey, async ({ tx, now, actor, body }) => {
    const { factorId, options } = await beginPasskey(tx, { actor, ...body }, now);
    return { factorId, options: { ...options } };
  }),
  serve(confirmStaffPasskey, async ({ within, now, actor, body, http }) =>
    giveRisen(http, 'staff', await confirmPasskey(within, { actor, ...body }, now)),
  ),
  serve(renameStaffFactor, async ({ tx, now, actor, params, body }) => {
    await renameFactor(tx, { actor, ...params, ...body }, now);
  }),
  serve(removeStaffFactor, async ({ within, now, actor, params, body, http }) => {
    const removal = { actor, ...params, ...body, browser: browserOf(http, 'staff') };
    return giveNext(http, 'staff', await removeFactor(within, removal, now));
  }),
  serve(renewStaffEmergencyCodes, async ({ within, now, actor }) => ({
    emergencyCodes: [...(await renewEmergencyCodes(within, actor, now))],
  })),
];
