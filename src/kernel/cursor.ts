/** A list's cursor: the keys of the last row, opaque to callers. */
export function toCursor(keys: readonly string[]): string {
  return btoa(JSON.stringify(keys)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/**
 * The keys of the row to continue after, or undefined when the text is not a cursor of `length`
 * keys.
 */
export function fromCursor(cursor: string, length: number): string[] | undefined {
  try {
    const keys: unknown = JSON.parse(atob(cursor.replaceAll('-', '+').replaceAll('_', '/')));
    const fits =
      Array.isArray(keys) && keys.length === length && keys.every((k) => typeof k === 'string');
    return fits ? keys : undefined;
  } catch {
    return undefined;
  }
}
