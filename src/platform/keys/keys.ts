/**
 * What a secret is for. `use` names table and column (`identity.user.password`) and chooses the
 * sub-key; `row` and `owner` are bound to the sealed text, so that it opens nowhere else.
 */
export type Purpose = {
  readonly use: string;
  readonly row: string;
  readonly owner: string;
};

/** Secrets at rest (identity 3.17). The first key is current; older ones open what they sealed. */
export type Keys = {
  readonly currentKid: string;
  /** `v1.kid.nonce.ciphertext.tag`, AES-256-GCM. */
  seal(purpose: Purpose, text: string): string;
  /** Throws when the text was sealed for another purpose, changed, or under a key that is gone. */
  open(purpose: Purpose, sealed: string): string;
  /** True when a sealed text should be sealed again: its key is no longer the current one. */
  isOutdated(sealed: string): boolean;
  /** A keyed hash for what must be found but not read. */
  hmac(purpose: Purpose, text: string): Buffer;
  /** Compares in constant time, under every key that is still listed. */
  isHmacOf(purpose: Purpose, text: string, mac: Uint8Array): boolean;
  /** Ed25519, for checkpoints of the activity log. */
  sign(bytes: Uint8Array): Signature;
  verify(bytes: Uint8Array, signature: Signature): boolean;
  /** The public halves, spelled for people who verify offline: key id to PEM. */
  readonly publicKeys: ReadonlyMap<string, string>;
};

export type Signature = { readonly kid: string; readonly value: Buffer };
