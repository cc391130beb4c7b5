/** Second factors that an organization can allow. Emergency codes come with any of them. */
export const factorMethods = ['passkey', 'totp', 'push', 'sms'] as const;
export type FactorMethod = (typeof factorMethods)[number];

/** One of them stays allowed: the others depend on a phone company or can be tapped away. */
export const strongMethods: readonly FactorMethod[] = ['passkey', 'totp'];

export function keepsStrongMethod(methods: readonly FactorMethod[]): boolean {
  return methods.some((method) => strongMethods.includes(method));
}
