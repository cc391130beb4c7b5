import { z } from 'zod';
import { addDays, dayOf } from '#kernel/calendar.ts';
import { defineJob, handle } from '#platform/jobs/jobs.ts';
import { sweepThrottles } from '#platform/throttle/throttle.ts';
import { sweepPushes } from '../authenticator/push-request.store.ts';
import { sweepScreenLocks } from '../authenticator/screen-lock/screen-lock.store.ts';
import { sweepSubscriptions } from '../authenticator/wake-up/subscription.store.ts';
import { sweepPending } from '../factors/factor.store.ts';
import { sweepActionProofs } from '../gate/action-proof.store.ts';
import { sweepChallenges } from '../factors/passkeys/challenge.store.ts';
import { sweepSmsCodes } from '../factors/sms/codes/sms-code.store.ts';
import { keptSpendingDays } from '../factors/sms/spending/spending.rules.ts';
import { sweepSpending } from '../factors/sms/spending/spending.store.ts';
import { sweepSends } from '../factors/sms/traffic/send.store.ts';
import { watched } from '../factors/sms/traffic/traffic.rules.ts';
import { sweepRecoveryAddresses } from '../recovery/address/recovery-address.store.ts';
import { after } from '../sessions/session.rules.ts';
import { sweepLanes } from './lane.store.ts';
import { sweepFailedSignIns } from './ratio/failed-sign-in.store.ts';
import { ratioLimits } from './ratio/ratio.rules.ts';
import { sweepIdentity } from './sweep.store.ts';
import { sweepSpentWork } from './work/spent-work.store.ts';

const sweepJob = defineJob('identity.sweep', z.object({}));
const day = 24 * 60 * 60;

/** Each night: what expired a week ago is forgotten; tries in a row, after a quarter of quiet. */
export const sweepHandler = handle(
  sweepJob,
  async ({ now, within }) => {
    await within(async (tx) => {
      await sweepIdentity(tx, after(now, -7 * day));
      await sweepPending(tx, now);
      await sweepPushes(tx, after(now, -7 * day));
      await sweepSubscriptions(tx, after(now, -7 * day));
      await sweepScreenLocks(tx, after(now, -7 * day));
      await sweepChallenges(tx, now);
      await sweepActionProofs(tx, now);
      await sweepRecoveryAddresses(tx, now);
      await sweepSmsCodes(tx, after(now, -day));
      await sweepSends(tx, after(now, -watched.keptSeconds));
      await sweepSpending(tx, addDays(dayOf(now), -keptSpendingDays));
      await sweepThrottles(tx, after(now, -2 * day));
      await sweepLanes(tx, after(now, -90 * day));
      await sweepSpentWork(tx, now);
      await sweepFailedSignIns(tx, after(now, -ratioLimits.baselineSeconds - day));
    });
  },
  { cron: '20 3 * * *' },
);
