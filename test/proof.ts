// Proofs for what cannot be undone, as pages ask for them: made for one thing, and good for no other.
import type { Sent } from '#kernel/contract.ts';
import { stepUp } from '#modules/identity/sign-in/sign-in.contract.ts';
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
