/** What was taken last, and the address it belonged to. It lives as long as the open page. */
let taken: { readonly address: string; readonly token: string } | undefined;

/**
 * The token that a mailed link carries in its fragment, taken out of the address at once, so that
 * it stays in no history and reaches no server by itself (SE-14). Asked again at the same address,
 * it is given again: a page may begin anew while its texts load, or after a visit to the door.
 */
export function takeToken(): string {
  const { pathname, search, hash } = globalThis.location;
  const address = pathname + search;
  const token = hash.slice(1);
  if (token !== '') {
    globalThis.history.replaceState(globalThis.history.state, '', address);
    taken = { address, token };
  }
  return taken?.address === address ? taken.token : '';
}
