import type { Module } from '#platform/module.ts';
import { profileRoutes } from './accounts/profile.routes.ts';
import { authenticatorRoutes } from './authenticator/authenticator.routes.ts';
import { phoneNoticeRoutes } from './authenticator/notices/notices.routes.ts';
import { screenLockRoutes } from './authenticator/screen-lock/screen-lock.routes.ts';
import { wakingHandler } from './authenticator/wake-up/wake-up.jobs.ts';
import { wakeUpRoutes } from './authenticator/wake-up/wake-up.routes.ts';
import { factorRoutes } from './factors/factor.routes.ts';
import { removalHandler } from './factors/leaving/removal.jobs.ts';
import { leavingRoutes } from './factors/leaving/leaving.routes.ts';
import { passkeyOfferRoutes } from './factors/passkeys/offer/offer.routes.ts';
import { smsFactorRoutes } from './factors/sms/sms.routes.ts';
import { phoneNoticeHandler } from './factors/sms/notices/notice.jobs.ts';
import { textTrafficRoutes } from './factors/sms/traffic/traffic.routes.ts';
import { watchHandler } from './factors/sms/traffic/watch.jobs.ts';
import { alertRoutes } from './alerts/alert.routes.ts';
import { checkUpRoutes } from './check-up/check-up.routes.ts';
import { disownRoutes } from './disowning/disown.routes.ts';
import { failedTryHandler } from './lockout/failed-try.jobs.ts';
import { watchSignInsHandler } from './lockout/ratio/watch-sign-ins.jobs.ts';
import { sweepHandler } from './lockout/sweep.jobs.ts';
import { unlockHandler } from './lockout/unlock/unlock.jobs.ts';
import { unlockRoutes } from './lockout/unlock/unlock.routes.ts';
import { passwordRoutes } from './passwords/password.routes.ts';
import { reportRoutes } from './reports/report.routes.ts';
import { resetHandler } from './recovery/reset.jobs.ts';
import { resetRoutes } from './recovery/reset.routes.ts';
import { recoveryAddressRoutes } from './recovery/address/recovery-address.routes.ts';
import { shortenHandler } from './sessions/prefixes/prefix.jobs.ts';
import { sessionRoutes } from './sessions/session.routes.ts';
import { passkeyDoorRoutes } from './sign-in/passkey/passkey-door.routes.ts';
import { secondFactorRoutes } from './sign-in/second-factor.routes.ts';
import { signInRoutes } from './sign-in/sign-in.routes.ts';
import { invitedRoutes } from './sign-up/invited/sign-up-invited.routes.ts';
import { signUpRoutes } from './sign-up/sign-up.routes.ts';
import { beginningRoutes } from './staff/beginning/beginning.routes.ts';
import { everyoneRoutes } from './staff/everyone/everyone.routes.ts';
import { tellEveryoneHandler } from './staff/everyone/tell-everyone.jobs.ts';
import { staffFactorRoutes } from './staff/factors/staff-factor.routes.ts';
import { staffRoutes } from './staff/staff.routes.ts';

/** Who a person is: accounts, sign-up, sign-in, sessions, and the door of the staff. */
export const identityModule: Module = {
  name: 'identity',
  routes: [
    ...signUpRoutes,
    ...invitedRoutes,
    ...signInRoutes,
    ...secondFactorRoutes,
    ...passkeyDoorRoutes,
    ...factorRoutes,
    ...leavingRoutes,
    ...passkeyOfferRoutes,
    ...smsFactorRoutes,
    ...textTrafficRoutes,
    ...authenticatorRoutes,
    ...phoneNoticeRoutes,
    ...screenLockRoutes,
    ...wakeUpRoutes,
    ...sessionRoutes,
    ...profileRoutes,
    ...passwordRoutes,
    ...resetRoutes,
    ...recoveryAddressRoutes,
    ...staffRoutes,
    ...staffFactorRoutes,
    ...beginningRoutes,
    ...everyoneRoutes,
    ...reportRoutes,
    ...alertRoutes,
    ...disownRoutes,
    ...unlockRoutes,
    ...checkUpRoutes,
  ],
  jobs: [
    failedTryHandler,
    phoneNoticeHandler,
    removalHandler,
    resetHandler,
    shortenHandler,
    sweepHandler,
    tellEveryoneHandler,
    unlockHandler,
    wakingHandler,
    watchHandler,
    watchSignInsHandler,
  ],
};
