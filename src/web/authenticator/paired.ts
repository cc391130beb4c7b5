// What was paired here, in a cookie without a secret: a browser that tidies its storage keeps it, so
// that the app can say that a key is gone.

export type Paired = { readonly factorId: string; readonly service: string };

const name = 'paired';
const seconds = 400 * 24 * 60 * 60;

export function rememberPaired(all: readonly Paired[]): void {
  const said = all.map(({ factorId, service }) => [factorId, service]);
  const parts = [
    `${name}=${encodeURIComponent(JSON.stringify(said))}`,
    'path=/authenticator',
    `max-age=${all.length === 0 ? 0 : seconds}`,
    'samesite=strict',
    ...(location.protocol === 'https:' ? ['secure'] : []),
  ];
  document.cookie = parts.join('; ');
}

export function forgetPaired(factorId: string): void {
  rememberPaired(rememberedPaired().filter((one) => one.factorId !== factorId));
}

export function rememberedPaired(): Paired[] {
  const found = new RegExp(`(?:^|; )${name}=([^;]*)`).exec(document.cookie)?.[1];
  const said: unknown = found === undefined ? [] : parsed(found);
  if (!Array.isArray(said)) return [];
  return said.flatMap((one: unknown) =>
    Array.isArray(one) ? [{ factorId: String(one[0]), service: String(one[1]) }] : [],
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(decodeURIComponent(text));
  } catch {
    return undefined;
  }
}
