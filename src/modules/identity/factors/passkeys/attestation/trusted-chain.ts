import type { X509Certificate } from 'node:crypto';
import type { Instant } from '#kernel/calendar.ts';

/** An authenticator, at most three authorities of its maker, and perhaps the root itself. */
const longest = 5;

/**
 * Whether a chain, as an authenticator shows it, leads from its own certificate to a pinned root:
 * each issued by the next, all valid at this moment, and all but the first allowed to issue. Only
 * the roots that are given here count; nothing is fetched.
 */
export function isTrusted(
  chain: readonly X509Certificate[],
  roots: readonly X509Certificate[],
  now: Instant,
): boolean {
  const [own, ...authorities] = chain;
  const last = chain.at(-1);
  if (!own || !last || own.ca || chain.length > longest) return false;
  if (!chain.every((one) => isValidAt(one, now))) return false;
  if (!authorities.every((one, below) => mayIssue(one, below))) return false;
  if (!authorities.every((issuer, at) => isIssuedBy(chain[at], issuer))) return false;
  return roots
    .filter((root) => isValidAt(root, now))
    .some((root) => isSame(last, root) || isBelow(root, last, authorities.length));
}

const isBelow = (root: X509Certificate, last: X509Certificate, below: number): boolean =>
  mayIssue(root, below) && isIssuedBy(last, root);

function isIssuedBy(one: X509Certificate | undefined, issuer: X509Certificate): boolean {
  return one !== undefined && one.checkIssued(issuer) && one.verify(issuer.publicKey);
}

const isSame = (one: X509Certificate, other: X509Certificate): boolean => one.raw.equals(other.raw);

function isValidAt({ validFromDate, validToDate }: X509Certificate, now: Instant): boolean {
  return validFromDate <= now && now <= validToDate;
}

/** An authority by its basic constraints and key usage, over no more authorities than it may. */
function mayIssue(one: X509Certificate, authoritiesBelow: number): boolean {
  return one.ca && authoritiesBelow <= (pathLengthOf(one.raw) ?? longest);
}

/** The extension of basic constraints: SEQUENCE { ca TRUE, pathLenConstraint INTEGER }. */
const constraints = /0603551d13(?:0101ff)?04[0-7][0-9a-f]30[0-7][0-9a-f]0101ff0201([0-7][0-9a-f])/;

/** How many authorities may stand below an authority, where it says so; Node does not tell. */
function pathLengthOf(raw: Buffer): number | undefined {
  const found = constraints.exec(raw.toString('hex'))?.[1];
  return found === undefined ? undefined : Number.parseInt(found, 16);
}
