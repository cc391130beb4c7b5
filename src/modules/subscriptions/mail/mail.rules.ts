/** Kinds of products that have addresses. */
export function isMailService(kind: string): boolean {
  return kind === 'mail-service';
}
