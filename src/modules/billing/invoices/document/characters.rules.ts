/**
 * What the QR-bill may contain (guideline 2.3): Latin, its two extensions, Romanian letters and €.
 */
const allowed = /[\u0020-\u007e\u00a0-\u017fȘșȚț€]/u;

const spelled: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '–': '-',
  '—': '-',
  '…': '...',
  ẞ: 'SS',
};

/** Transliterates what the code may not contain, then cuts by characters, never inside a pair. */
export function printable(text: string, length: number): string {
  const characters = [...text.normalize('NFC')].map((character) => {
    if (allowed.test(character)) return character;
    const known = spelled[character];
    if (known !== undefined) return known;
    const base = character.normalize('NFD').replaceAll(/\p{M}/gu, '');
    return allowed.test(base) ? base : '.';
  });
  return [...characters.join('')].slice(0, length).join('').trim();
}
