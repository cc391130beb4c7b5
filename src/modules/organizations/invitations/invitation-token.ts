import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits. They go to the invited mailbox and nowhere else (SE-01, AT-15). */
export function newInvitationToken(): string {
  return `iv_${randomBytes(32).toString('base64url')}`;
}

/** What is stored of a token, and how it is looked up (SE-02). */
export function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
