/** Where a person goes after signing in: a path of ours, or home (WB-04, identity 3.4). */
export function safeReturn(wanted: string | undefined, origin: string): string {
  if (wanted === undefined || !/^\/(?![/\\])/.test(wanted)) return '/';
  if (hasHiddenSigns(wanted)) return '/';
  const url = URL.parse(wanted, origin);
  const isOurs = url?.origin === origin && url.username === '' && url.password === '';
  // what is left after dots are resolved is looked at like what came
  return isOurs && !hasHiddenSigns(url.pathname) ? url.pathname + url.search + url.hash : '/';
}

/** Control characters and backslashes, plain or encoded once; and what cannot be decoded. */
function hasHiddenSigns(text: string): boolean {
  try {
    return /[\p{Cc}\\]/u.test(text) || /[\p{Cc}\\]|^\/\//u.test(decodeURIComponent(text));
  } catch {
    return true;
  }
}
