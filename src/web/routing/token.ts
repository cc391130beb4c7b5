/**
 * The token that a mailed link carries in its fragment, taken out of the address at once, so that
 * it
 * stays in no history and reaches no server by itself (SE-14).
 */
export function takeToken(): string {
  const token = globalThis.location.hash.slice(1);
  if (token !== '') {
    const { pathname, search } = globalThis.location;
    globalThis.history.replaceState(globalThis.history.state, '', pathname + search);
  }
  return token;
}
