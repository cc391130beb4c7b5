import { serve } from '#platform/http/route.ts';
import { renameFactor } from '../../factors/change-factor.ts';
import { renewEmergencyCodes } from '../../factors/emergency/renew-emergency-codes.ts';
import { giveNext, giveRemoved, giveRisen } from '../../factors/factor.routes.ts';
import { keepFactor } from '../../factors/leaving/keep-factor.ts';
import { reportLost, restoreFactor } from '../../factors/leaving/lose-factor.ts';
import { removeFactor } from '../../factors/leaving/remove-factor.ts';
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
  keepStaffFactor,
  listStaffFactors,
  removeStaffFactor,
  renameStaffFactor,
  renewStaffEmergencyCodes,
  reportStaffFactorLost,
  restoreStaffFactor,
} from './staff-factor.contract.ts';

export const staffFactorRoutes = [
  serve(listStaffFactors, async ({ tx, now, actor }) => {
    return presentFactors(await listFactors(tx, actor, now), actor.restrictedUntil);
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
    const action = removeStaffFactor.name;
    const removal = { actor, action, ...params, ...body, browser: browserOf(http, 'staff') };
    return giveRemoved(http, 'staff', await removeFactor(within, removal, now));
  }),
  serve(keepStaffFactor, ({ tx, now, actor, params }) => keepFactor(tx, { actor, ...params }, now)),
  serve(reportStaffFactorLost, async ({ within, now, actor, params, body, http }) => {
    const loss = { actor, ...params, ...body, browser: browserOf(http, 'staff') };
    return giveNext(http, 'staff', await reportLost(within, loss, now));
  }),
  serve(restoreStaffFactor, ({ tx, now, actor, params }) =>
    restoreFactor(tx, { actor, ...params }, now),
  ),
  serve(renewStaffEmergencyCodes, async ({ within, now, actor }) => ({
    emergencyCodes: [...(await renewEmergencyCodes(within, actor, now))],
  })),
];
