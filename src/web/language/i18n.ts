import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { complete, languages, type Language } from '#kernel/language.ts';
import { isLanguage } from '#ui/format/use-format.ts';

const key = 'atrio.language';

/** Each language is its own file, fetched when it is first read. */
const load = {
  es: () => import('./es.generated.ts'),
  en: () => import('./en.generated.ts'),
  fr: () => import('./fr.generated.ts'),
  de: () => import('./de.generated.ts'),
  it: () => import('./it.generated.ts'),
} as const;

/** Starts in the language chosen earlier on this device, else the browser's. */
export async function startLanguages(): Promise<void> {
  await i18next.use(initReactI18next).init({
    fallbackLng: 'en',
    defaultNS: 'web',
    interpolation: { escapeValue: false },
    returnNull: false,
    resources: {},
  });
  await speak(remembered() ?? browsers());
}

/** Changes the language of everything on the page, and remembers it on this device. */
export async function speak(language: Language): Promise<void> {
  const needed = complete.includes(language) ? [language] : [language, 'en' as const];
  await Promise.all(needed.map(ensureLoaded));
  await i18next.changeLanguage(language);
  document.documentElement.lang = written();
}

/** What the reader chose on this device wins over what the account says. */
export function remember(language: Language): void {
  try {
    localStorage.setItem(key, language);
  } catch {
    // a browser that keeps nothing asks again next time
  }
}

export function wasChosenHere(): boolean {
  return remembered() !== undefined;
}

/** The language that the reader chose. */
export function spoken(): Language {
  return isLanguage(i18next.language) ? i18next.language : 'en';
}

/** The language of the words on the page: English where the chosen one has no texts. */
export function written(): Language {
  return isLanguage(i18next.resolvedLanguage) ? i18next.resolvedLanguage : 'en';
}

async function ensureLoaded(language: Language): Promise<void> {
  if (i18next.hasResourceBundle(language, 'web')) return;
  const { texts } = await load[language]();
  for (const [namespace, bundle] of Object.entries(texts)) {
    i18next.addResourceBundle(language, namespace, bundle);
  }
}

function remembered(): Language | undefined {
  try {
    const code = localStorage.getItem(key) ?? undefined;
    return isLanguage(code) ? code : undefined;
  } catch {
    return undefined;
  }
}

function browsers(): Language {
  const wanted = navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase());
  return wanted.find((code) => isLanguage(code)) ?? 'en';
}

/** Every language with its own name, for switchers. */
export const languageNames: Record<Language, string> = {
  es: 'Español',
  en: 'English',
  fr: 'Français',
  de: 'Deutsch',
  it: 'Italiano',
};

export { languages };
