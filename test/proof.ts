// Proofs for what cannot be undone, as pages ask for them: made for one thing, and good for no other.
import type { Sent } from '#kernel/contract.ts';
import { askStepUp, stepUp } from '#modules/identity/sign-in/sign-in.contract.ts';
import { staffStepUp } from '#modules/identity/staff/staff.contract.ts';
import type { Authenticator } from './authenticator.ts';
import type { Client } from './client.ts';
import type { CodeApp } from './factors.ts';
import { password } from './people.ts';

type Proof = Omit<Sent<typeof stepUp>['body'], 'critical'>;

/** Proves who is asking for one route, and for what its path names. */
export async function proveFor(
  browser: Client,
  { name: action }: { readonly name: string },
  object: string,
  proof: Proof = { password },
): Promise<void> {
  await browser.call(stepUp, { body: { ...proof, critical: { action, object } } });
}

/** What the owner of a code app proves with. */
export function withApp(app: CodeApp): Proof {
  return { password, factor: { method: 'totp', code: app.next() } };
}

/** The same with a passkey: what it signs is for this one thing. */
export async function proveWithPasskey(
  browser: Client,
  { name: action }: { readonly name: string },
  object: string,
  passkey: Authenticator,
): Promise<void> {
  const critical = { action, object };
  const { options } = await browser.call(askStepUp, { body: { method: 'passkey', critical } });
  const factor = { method: 'passkey', response: passkey.get(options ?? {}) } as const;
  await browser.call(stepUp, { body: { critical, factor } });
}

/** One of the provider's people proves for one route, and for what its path names. */
export async function proveAsStaff(
  browser: Client,
  { name: action }: { readonly name: string },
  object = '',
): Promise<void> {
  await browser.call(staffStepUp, { body: { password, critical: { action, object } } });
}
