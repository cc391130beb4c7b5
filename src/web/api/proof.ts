import type { Side } from './door.ts';
import type { ApiRefusal } from './refusal.ts';

/** What cannot be undone, and to what: a proof made for it opens nothing else. */
export type Critical = { readonly action: string; readonly object: string };

/** The same questions at both doors; each has its own session. */
export const proofRoutes = {
  user: { prove: 'stepUp', read: 'readStepUp', ask: 'askStepUp' },
  staff: { prove: 'staffStepUp', read: 'readStaffStepUp', ask: 'askStaffStepUp' },
} as const;

type Ask = (side: Side, critical: Critical | undefined) => Promise<boolean>;

let ask: Ask | undefined;

/** The dialog that asks again who is there, mounted once by the shell. */
export function setProofDialog(dialog: Ask | undefined): void {
  ask = dialog;
}

/** True when the reader proved once more who they are, for what a refusal names. */
export async function proveAgain(side: Side, { facts }: ApiRefusal): Promise<boolean> {
  const { action, object } = facts;
  const isNamed = typeof action === 'string' && typeof object === 'string';
  return ask ? ask(side, isNamed ? { action, object } : undefined) : false;
}
