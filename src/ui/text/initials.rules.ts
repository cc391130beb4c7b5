/** The first letters of the first two words that begin with a letter or digit. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s.-]+/).filter((word) => /^[\p{L}\p{N}]/u.test(word));
  const [first = '', second = ''] = words;
  return ((first[0] ?? '') + (second[0] ?? '')).toUpperCase();
}

/** The same name always has the same colour. */
export function tintOf(name: string): number {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 6007;
  return sum % 6;
}
