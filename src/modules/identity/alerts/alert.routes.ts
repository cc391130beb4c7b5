import type { z } from 'zod';
import { serve } from '#platform/http/route.ts';
import { laneLimits } from '../lockout/lane.rules.ts';
import {
  changeSecuritySettings,
  readSecuritySettings,
  type securitySettingsOut,
} from './alert.contract.ts';
import { securitySettingsOf, type SecuritySettings } from './alert.store.ts';
import { changeSecuritySettings as change } from './change-security-settings.ts';

export const alertRoutes = [
  serve(readSecuritySettings, async ({ tx, actor }) =>
    present(await securitySettingsOf(tx, actor.userId)),
  ),
  serve(changeSecuritySettings, async ({ tx, now, actor, body }) =>
    present(await change(tx, { actor, ...body }, now)),
  ),
];

function present({ alerts, lockAfter }: SecuritySettings): z.input<typeof securitySettingsOut> {
  const { least, most } = laneLimits.threshold;
  return {
    alertSignIns: alerts.signIns,
    alertFailures: alerts.failures,
    lockAfter,
    lockAfterLeast: least,
    lockAfterMost: most,
  };
}
