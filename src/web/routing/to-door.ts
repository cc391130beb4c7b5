import type { AnyRouter } from '@tanstack/react-router';
import type { Side } from '#web/api/door.ts';
import { forgetCsrf } from '#web/api/csrf.ts';
import { queryClient } from '#web/api/queries.ts';
import { sessionQuestion, staffQuestion } from '#web/api/session.ts';
import { takeToken } from './token.ts';

/**
 * Signed out by time or elsewhere: to the door, which leads back here. The token of a link waits in
 * this page meanwhile: it goes into no address and to no server.
 */
export async function toDoorFrom(router: AnyRouter, side: Side): Promise<void> {
  const { pathname, searchStr } = router.state.location;
  const door = side === 'staff' ? '/staff/sign-in' : '/sign-in';
  if (pathname === door) return;
  forgetCsrf();
  takeToken();
  // who was in a moment ago is told why this page went away
  const search = { next: pathname + searchStr, ...(wasIn(side) ? { ended: 'yes' } : {}) };
  await router.navigate({ to: door, search, replace: true });
  queryClient.clear();
}

function wasIn(side: Side): boolean {
  return side === 'staff'
    ? queryClient.getQueryData(staffQuestion.queryKey) !== undefined
    : Boolean(queryClient.getQueryData(sessionQuestion.queryKey)?.user);
}
