import type { Language } from '#kernel/language.ts';

/** A network’s one text. */
const longest = 160;

/**
 * What a phone is told of a change to its account: that there was one, and where to dispute it. No
 * more, for a text is read by whoever holds the phone; what it was stands in the mail. The brand
 * gives way to what must be said.
 */
export function textOfNotice(
  { brand, link }: { brand: string; link: string },
  language: Language,
): string {
  const said = `: ${words[language === 'es' ? 'es' : 'en']} ${link}`;
  return `${brand.slice(0, Math.max(0, longest - said.length))}${said}`;
}

const words = {
  en: 'the way you sign in was changed. If it was not you, set a new password:',
  es: 'ha cambiado la forma de entrar en su cuenta. Si no ha sido usted, cree otra clave:',
} as const;
