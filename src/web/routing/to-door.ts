import type { AnyRouter } from '@tanstack/react-router';
import { forgetCsrf } from '#web/api/csrf.ts';
import { queryClient } from '#web/api/queries.ts';

/** Signed out by time or elsewhere: to the door, which leads back here. */
export function toDoorFrom(router: AnyRouter, staff: boolean): void {
  const { pathname, href } = router.state.location;
  const door = staff ? '/staff/sign-in' : '/sign-in';
  if (pathname === door) return;
  forgetCsrf();
  void router.navigate({ to: door, search: { next: href } as never, replace: true }).then(() => {
    queryClient.clear();
  });
}
