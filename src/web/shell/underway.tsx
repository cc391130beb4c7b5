import { useRouterState } from '@tanstack/react-router';

/** A thin line while the next page is on its way; the present one stays until then. */
export function Underway() {
  const isUnderway = useRouterState({
    select: ({ isLoading, status }) => isLoading || status === 'pending',
  });
  return isUnderway ? <div className="underway" aria-hidden="true" /> : null;
}
