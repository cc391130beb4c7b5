import { csrfOf } from '#platform/http/origin.ts';
import type { HttpSide } from '#platform/http/route.ts';
import type { Door } from '../accounts/account.rules.ts';
import type { Completed } from '../gate/complete-attempt.ts';
import { giveSession } from './cookies.ts';

/** The cookies and the words of somebody who is in, whichever road they came. */
export function letIn(http: HttpSide, door: Door, completed: Completed) {
  giveSession(http, door, completed);
  const { sessionToken, stays: staysSignedIn, returnTo } = completed;
  return { outcome: 'signed-in' as const, csrf: csrfOf(sessionToken), staysSignedIn, returnTo };
}
