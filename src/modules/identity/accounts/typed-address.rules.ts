/** Whether what somebody typed may be a mail address; the server looks closer. */
export function looksLikeAddress(typed: string): boolean {
  return /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(typed.trim());
}

/** Whether two ways to write it are one mailbox; the server looks closer. */
export function isSameTyped(typed: string, address: string): boolean {
  return typed.normalize('NFKC').trim().toLowerCase() === address.toLowerCase();
}
