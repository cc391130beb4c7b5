/** Whether what somebody typed may be a mail address; the server looks closer. */
export function looksLikeAddress(typed: string): boolean {
  return /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(typed.trim());
}
