import { z } from 'zod';

/**
 * A mail address as Atrio keeps it: normalized first, then checked, and what was checked is what is
 * stored (identity 3.3). Undefined when it is not one.
 */
export function addressOf(text: string): string | undefined {
  const [local = '', domain = '', ...rest] = text.normalize('NFKC').trim().split('@');
  if (rest.length > 0 || !isLocalPart(local)) return undefined;
  const host = hostOf(domain);
  const address = `${local}@${host ?? ''}`;
  return host !== undefined && address.length <= 254 ? address : undefined;
}

/** Two spellings of one mailbox have one key. */
export function addressKey(address: string): string {
  return address.toLowerCase();
}

/** For contracts: what arrives as text is an address after it. */
export const addressField = z
  .string()
  .max(320)
  .transform((text, context) => {
    const address = addressOf(text);
    if (address !== undefined) return address;
    context.addIssue({ code: 'custom', message: 'not a mail address' });
    return z.NEVER;
  });

function isLocalPart(local: string): boolean {
  return (
    local.length <= 64 &&
    /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i.test(local)
  );
}

/** The domain in ASCII, as DNS knows it. No addresses of machines, no single words. */
function hostOf(domain: string): string | undefined {
  if (domain === '' || /[\s%:/?#[\]\\@]|\p{Bidi_Control}|\p{Cc}/u.test(domain)) return undefined;
  const url = URL.parse(`http://${domain}`);
  const host = url?.hostname ?? '';
  const isName = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/.test(host);
  return isName ? host : undefined;
}
