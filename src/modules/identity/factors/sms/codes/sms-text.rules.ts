import type { Language } from '#kernel/language.ts';

/**
 * What a text says. Its last line binds the code to our host: browsers offer it there and nowhere
 * else. Words that fit the phone network's own alphabet, so that it stays one text.
 */
export function textOfCode(
  { code, brand, host }: { code: string; brand: string; host: string },
  language: Language,
): string {
  const say = words[language === 'es' ? 'es' : 'en'];
  return `${say(code, brand)}\n\n@${host} #${code}`;
}

const words = {
  en: (code: string, brand: string) =>
    `${code} is your code for ${brand}. Valid for 5 minutes. Tell it to nobody.`,
  es: (code: string, brand: string) =>
    `${code} es su clave para ${brand}. Vale 5 minutos. No se la diga a nadie.`,
} as const;
