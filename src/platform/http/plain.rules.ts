/** Deeper than any contract goes; what is nested more only costs. */
const mostDepth = 20;

/**
 * Whether all text in what arrived is text: no NUL, which the database keeps nowhere, and no half
 * of a character, which it keeps in no JSON. An entry of the log with one of them could never be
 * searched again. Level by level, so that no depth exhausts the stack.
 */
export function isPlain(input: unknown): boolean {
  let level: readonly unknown[] = [input];
  for (let depth = 0; depth <= mostDepth; depth++) {
    if (!level.every((value) => typeof value !== 'string' || isText(value))) return false;
    level = level.flatMap(within);
    if (level.length === 0) return true;
  }
  return false;
}

/** What remains of a text without those signs. */
export const plainText = (text: string): string => text.replaceAll('\0', '').toWellFormed();

const isText = (text: string): boolean => !text.includes('\0') && text.isWellFormed();

function within(value: unknown): readonly unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  return Array.isArray(value) ? value : Object.entries(value).flat();
}
