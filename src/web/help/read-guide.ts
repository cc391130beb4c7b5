import type { Language } from '#kernel/language.ts';

/** guides/<language>/<name>.md, each fetched when it is read. */
const guides = import.meta.glob<string>('../../../guides/*/*.md', {
  query: '?raw',
  import: 'default',
});

/**
 * A guide in the reader's language, else in English, else the first steps; null where there is
 * none.
 */
export async function readGuide(name: string, language: Language): Promise<string | null> {
  const wanted = [
    [language, name],
    ['en', name],
    [language, 'start'],
    ['en', 'start'],
  ].map(([code, guide]) => guides[`../../../guides/${code}/${guide}.md`]);
  const found = wanted.find((read) => read !== undefined);
  return found ? found() : null;
}
