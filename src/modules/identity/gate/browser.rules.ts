/** The browser at the door: what it carries and where it is. */
export type Browser = {
  /** Its device cookie: makes it known, signs nobody in. */
  readonly deviceToken: string | undefined;
  /** The session cookie that it already had; it is dead after a sign-in (AT-47). */
  readonly sessionToken: string | undefined;
  readonly agent: string;
  /** /32 or /64 of its address. */
  readonly prefix: string;
  /** What it worked out where the door wanted work first. */
  readonly proofOfWork: string | undefined;
};
