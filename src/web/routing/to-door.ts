import type { AnyRouter } from '@tanstack/react-router';
import type { Side } from '#web/api/door.ts';
import { forgetCsrf } from '#web/api/csrf.ts';
import { queryClient } from '#web/api/queries.ts';

/** Signed out by time or elsewhere: to the door, which leads back here. */
export async function toDoorFrom(router: AnyRouter, side: Side): Promise<void> {
  const { pathname, href } = router.state.location;
  const door = side === 'staff' ? '/staff/sign-in' : '/sign-in';
  if (pathname === door) return;
  forgetCsrf();
  await router.navigate({ to: door, search: { next: href }, replace: true });
  queryClient.clear();
}
