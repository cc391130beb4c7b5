import type { CookieName, HttpSide } from '#platform/http/route.ts';
import type { Door } from '../accounts/account.rules.ts';
import { deviceSeconds } from '../sessions/session.rules.ts';
import type { Browser } from '../gate/browser.rules.ts';
import { attemptSeconds } from '../gate/gate.rules.ts';

/** How long browsers keep what they were given. */
export const cookieSeconds = { device: deviceSeconds, attempt: attemptSeconds } as const;

/** Users and staff have cookies of their own: one browser may hold a session of each. */
export const sessionCookie = (door: Door): CookieName => (door === 'user' ? 'sid' : 'staff');

/** What the browser at this door carries. */
export function browserOf(http: HttpSide, door: Door = 'user'): Browser {
  return {
    deviceToken: http.cookie('dev'),
    sessionToken: http.cookie(sessionCookie(door)),
    agent: http.userAgent,
    prefix: http.addressPrefix,
    proofOfWork: http.proofOfWork,
  };
}

/** Puts a session into the browser; what it had of an attempt is gone. */
export function giveSession(
  http: HttpSide,
  door: Door,
  given: { sessionToken: string; deviceToken: string; cookieSeconds: number | undefined },
): void {
  http.setCookie(sessionCookie(door), given.sessionToken, given.cookieSeconds);
  http.setCookie('dev', given.deviceToken, cookieSeconds.device);
  http.clearCookie('try');
}
