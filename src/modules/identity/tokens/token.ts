import { hash, randomBytes } from 'node:crypto';

/** `mt_` attempt, `ms_` session, `md_` device, `ml_` link: a leaked one says what it was. */
export type TokenKind = 'mt' | 'ms' | 'md' | 'ml';

/** 256 random bits. The text goes to its owner and nowhere else. */
export function newToken(kind: TokenKind): string {
  return `${kind}_${randomBytes(32).toString('base64url')}`;
}

/** What is stored of a token, and how it is looked up (SE-02). */
export function tokenHash(token: string): Buffer {
  return hash('sha256', token, 'buffer');
}

/** One hash over values that must stand together; their lengths keep them apart. */
export function boundHash(values: readonly string[]): Buffer {
  return hash('sha256', JSON.stringify(values), 'buffer');
}
