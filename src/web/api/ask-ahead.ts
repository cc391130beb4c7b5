import { queryClient, questionOf } from './queries.ts';
import { sessionQuestion, staffQuestion } from './session.ts';

/**
 * What the shell around an address will ask, asked before anything is drawn. Refusals come up
 * later.
 */
export async function askAhead(pathname: string): Promise<void> {
  if (/^\/staff\/(?!sign-in)/.test(pathname)) {
    await queryClient.prefetchQuery(staffQuestion);
    return;
  }
  const needsOrganizations = /^\/($|o\/|account\/)/.test(pathname);
  const { user } = await queryClient.fetchQuery(sessionQuestion).catch(() => ({ user: null }));
  if (needsOrganizations && user) {
    await queryClient.prefetchQuery(questionOf('listMyOrganizations', {}));
  }
}
