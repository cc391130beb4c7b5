import { csrfOf } from '#platform/http/origin.ts';
import { serve, type HttpSide } from '#platform/http/route.ts';
import type { Door } from '../accounts/account.rules.ts';
import { browserOf, sessionCookie } from '../sign-in/cookies.ts';
import type { Rotated } from '../sign-in/step-up.ts';
import type { Enrolled } from './bind-factor.ts';
import { renameFactor as rename } from './change-factor.ts';
import { renewEmergencyCodes as renew } from './emergency/renew-emergency-codes.ts';
import {
  beginPasskey,
  beginTotp,
  confirmPasskey,
  confirmTotp,
  listFactors,
  removeFactor,
  renameFactor,
  renewEmergencyCodes,
} from './factor.contract.ts';
import { removeFactor as remove, type Removed } from './leaving/remove-factor.ts';
import { listFactors as list } from './list-factors.ts';
import {
  beginPasskey as askForPasskey,
  confirmPasskey as bindPasskey,
} from './passkeys/add-passkey.ts';
import { presentFactors, presentNewTotp } from './present-factors.ts';
import { beginTotp as newSeed, confirmTotp as bindTotp } from './totp/add-totp.ts';

export const factorRoutes = [
  serve(listFactors, async ({ tx, now, actor }) => {
    return presentFactors(await list(tx, actor, now), actor.restrictedUntil);
  }),
  serve(beginTotp, async ({ tx, now, actor, body }) =>
    presentNewTotp(await newSeed(tx, { actor, ...body }, now)),
  ),
  serve(confirmTotp, async ({ within, now, actor, body, http }) =>
    giveRisen(http, 'user', await bindTotp(within, { actor, ...body }, now)),
  ),
  serve(beginPasskey, async ({ tx, now, actor, body }) => {
    const { factorId, options } = await askForPasskey(tx, { actor, ...body }, now);
    return { factorId, options: { ...options } };
  }),
  serve(confirmPasskey, async ({ within, now, actor, body, http }) =>
    giveRisen(http, 'user', await bindPasskey(within, { actor, ...body }, now)),
  ),
  serve(renameFactor, async ({ tx, now, actor, params, body }) => {
    await rename(tx, { actor, ...params, ...body }, now);
  }),
  serve(removeFactor, async ({ within, now, actor, params, body, http }) => {
    const action = removeFactor.name;
    const removal = { actor, action, ...params, ...body, browser: browserOf(http) };
    return giveRemoved(http, 'user', await remove(within, removal, now));
  }),
  serve(renewEmergencyCodes, async ({ within, now, actor }) => ({
    emergencyCodes: [...(await renew(within, actor, now))],
  })),
];

/** The session rose with its new factor: its next token goes into the cookie. */
export function giveRisen(http: HttpSide, door: Door, enrolled: Enrolled) {
  const { csrf } = giveNext(http, door, enrolled);
  return { csrf, emergencyCodes: enrolled.codes ? [...enrolled.codes] : null };
}

/** It is gone, or waits; either way the password was proven, and the session has a new token. */
export function giveRemoved(http: HttpSide, door: Door, removed: Removed) {
  const waitsUntil = removed.waitsUntil?.toISOString() ?? null;
  return { ...giveNext(http, door, removed), waitsUntil };
}

/** The token before is dead; the next one goes into the cookie of the same side. */
export function giveNext(http: HttpSide, door: Door, { sessionToken, cookieSeconds }: Rotated) {
  http.setCookie(sessionCookie(door), sessionToken, cookieSeconds);
  return { csrf: csrfOf(sessionToken) };
}
