import { defineRefusal } from '#kernel/refusal.ts';

/** The operator names the authenticators of the staff, and this one does not say what it is. */
export const attestationMissing = defineRefusal<Record<string, never>>(
  'identity.attestation-missing',
  'invalid',
);
/** What it says of itself leads to none of the operator's roots, or not in a proper chain. */
export const attestationUntrusted = defineRefusal<Record<string, never>>(
  'identity.attestation-untrusted',
  'invalid',
);
/** It proved its model, and that is not on the operator's list. */
export const modelNotAllowed = defineRefusal<{ model: string }>(
  'identity.passkey-model-not-allowed',
  'invalid',
);

export const attestationRefusals = [
  attestationMissing,
  attestationUntrusted,
  modelNotAllowed,
] as const;
