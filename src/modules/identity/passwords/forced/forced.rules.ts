import type { Proof } from '../../gate/gate.rules.ts';

/** Where a doubted password is replaced: on the page at once, or behind a mailed link. */
export type WayToChange = 'page' | 'mail';

/**
 * Somebody else may know a doubted password, so that it alone replaces nothing: a browser that the
 * owner used before or a second factor must stand beside it, else the mailbox (PW-08).
 */
export function wayToChange({
  done,
  isKnown,
}: {
  readonly done: readonly Proof[];
  readonly isKnown: boolean;
}): WayToChange {
  return isKnown || done.some((proof) => secondProofs.has(proof)) ? 'page' : 'mail';
}

const secondProofs: ReadonlySet<Proof> = new Set([
  'totp',
  'push',
  'sms',
  'passkey',
  'security-key',
  'emergency',
]);
