import { queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { call, type AnswerOf } from './client.ts';
import type { Side } from './door.ts';
import { forgetCsrf, keepCsrf } from './csrf.ts';
import { queryClient } from './queries.ts';

export type Session = AnswerOf<'whoAmI'>;

/** Who is signed in in this browser. Its csrf is kept for the calls that change something. */
export const sessionQuestion = queryOptions({
  queryKey: ['whoAmI', {}],
  queryFn: async () => {
    const session = await call('whoAmI', {});
    if (session.csrf !== null) keepCsrf('user', session.csrf);
    return session;
  },
  staleTime: 60_000,
});

export const staffQuestion = queryOptions({
  queryKey: ['staffSession', {}],
  queryFn: async () => {
    const session = await call('staffSession', {});
    keepCsrf('staff', session.csrf);
    return session;
  },
  staleTime: 60_000,
});

/** The session of this browser; `user` is null for nobody. */
export function useSession(): Session {
  return useSuspenseQuery(sessionQuestion).data;
}

/** What the instance says of itself, also where nothing must wait for it. */
export function useInstance(): { brand: string; sandbox: boolean; insecure: boolean } {
  const { data } = useQuery(sessionQuestion);
  return {
    brand: data?.brand ?? 'Atrio',
    sandbox: data?.sandbox ?? false,
    insecure: data?.insecure ?? false,
  };
}

export function useStaffSession(): AnswerOf<'staffSession'> {
  return useSuspenseQuery(staffQuestion).data;
}

/**
 * Somebody came in or went out: nothing that was read before is kept. Doors call it with the csrf
 * of
 * their answer, then lead to `returnTo`.
 */
export async function sessionChanged(side: Side, csrf?: string): Promise<void> {
  forgetCsrf();
  if (csrf) keepCsrf(side, csrf);
  queryClient.removeQueries();
  if (side === 'user') await queryClient.prefetchQuery(sessionQuestion);
  else await queryClient.prefetchQuery(staffQuestion);
}
