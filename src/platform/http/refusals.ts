import { defineRefusal } from '#kernel/refusal.ts';

/** Refusals of the edge itself, before any rule of a module is asked. */
export const notAsPromised = defineRefusal<{
  where: 'params' | 'query' | 'body';
  issues: readonly { path: string; message: string; code: string }[];
}>('http.not-as-promised', 'invalid');
export const notJson = defineRefusal<Record<string, never>>('http.not-json', 'invalid');
export const crossSite = defineRefusal<Record<string, never>>('http.cross-site', 'forbidden');
export const signInFirst = defineRefusal<Record<string, never>>(
  'http.sign-in-first',
  'unauthenticated',
);
export const noSuchPlace = defineRefusal<Record<string, never>>('http.no-such-place', 'not-found');
export const notPermitted = defineRefusal<{ permission: string }>(
  'http.not-permitted',
  'forbidden',
);
export const keyNeeded = defineRefusal<Record<string, never>>(
  'http.idempotency-key-needed',
  'invalid',
);
export const keyReused = defineRefusal<Record<string, never>>(
  'http.idempotency-key-reused',
  'conflict',
);
export const tooMany = defineRefusal<{ retryAfterSeconds: number }>('http.too-many', 'too-many');
/**
 * Too many tries come from this network, or to everybody's door: whoever shows that they worked for
 * this one may go on, others wait. `challenge` is what the header X-Atrio-Proof-Of-Work answers.
 */
export const proofOfWorkWanted = defineRefusal<{
  challenge: { readonly parameters: object; readonly signature?: string };
  retryAfterSeconds: number;
}>('http.proof-of-work-wanted', 'too-many');
export const fileNeeded = defineRefusal<Record<string, never>>('http.file-needed', 'invalid');
export const tooLarge = defineRefusal<Record<string, never>>('http.too-large', 'invalid');
export const unavailable = defineRefusal<Record<string, never>>('http.unavailable', 'unavailable');
/** The disk of the files or of the database is full. */
export const noRoom = defineRefusal<Record<string, never>>('http.no-room', 'unavailable');
