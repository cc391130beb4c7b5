const named = [
  'password',
  'mailed-link',
  'totp',
  'push',
  'sms',
  'passkey',
  'security-key',
  'emergency',
] as const;

/** The methods of a sign-in that have a name on pages. */
export function methodsIn(methods: readonly string[]) {
  return methods.flatMap((method) => named.filter((name) => name === method));
}
