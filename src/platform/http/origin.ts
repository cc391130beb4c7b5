import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a browser says about where a request comes from. */
export type Provenance = {
  readonly fetchSite: string | undefined;
  readonly origin: string | undefined;
  readonly hasCookie: boolean;
};

/**
 * Cross-site requests that change state are impossible (WB-01, identity 3.7): Sec-Fetch-Site must
 * be
 * same-origin; without it Origin must equal ours; without both there may be no cookie.
 */
export function isOurOwn({ fetchSite, origin, hasCookie }: Provenance, ours: string): boolean {
  if (fetchSite !== undefined) return fetchSite === 'same-origin';
  if (origin !== undefined) return origin === ours;
  return !hasCookie;
}

/** The value that state-changing calls of a session carry in X-Atrio-CSRF. */
export function csrfOf(sessionToken: string): string {
  return createHmac('sha256', sessionToken).update('csrf').digest('base64url');
}

export function isCsrfOf(sessionToken: string, given: string | undefined): boolean {
  const expected = Buffer.from(csrfOf(sessionToken));
  const actual = Buffer.from(given ?? '');
  return actual.length === expected.length && timingSafeEqual(actual, expected);
}
