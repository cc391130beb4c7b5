// The proof that a request comes from our own page. It belongs to a session, so each side has its
// own.
import { sideOf, type Side } from './door.ts';

const known = new Map<Side, string>();
const sources = { user: '/api/v1/session', staff: '/api/v1/staff/session' } as const;

/** Kept from every session answer that passes by. */
export function keepCsrf(side: Side, csrf: string): void {
  known.set(side, csrf);
}

export function forgetCsrf(): void {
  known.clear();
}

/** The value for a state-changing request; empty while nobody is signed in. */
export async function csrfFor(url: string): Promise<string> {
  const side = sideOf(url);
  const ready = known.get(side);
  if (ready !== undefined) return ready;
  const csrf = await fetchCsrf(sources[side]);
  if (csrf) known.set(side, csrf);
  return csrf;
}

async function fetchCsrf(source: string): Promise<string> {
  const response = await fetch(source, { credentials: 'same-origin' }).catch(() => undefined);
  if (!response?.ok) return '';
  const session: unknown = await response.json().catch(() => undefined);
  return hasCsrf(session) ? session.csrf : '';
}

function hasCsrf(session: unknown): session is { csrf: string } {
  return (
    typeof session === 'object' &&
    session !== null &&
    'csrf' in session &&
    typeof session.csrf === 'string'
  );
}
