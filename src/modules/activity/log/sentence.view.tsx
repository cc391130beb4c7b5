import { useTranslation } from 'react-i18next';
import { useFormat, useTextLanguage } from '#ui/format/use-format.ts';
import { amountOfFact } from './amount-fact.rules.ts';

type Happening = {
  readonly action: string;
  readonly facts: { readonly [name: string]: string | number | boolean };
  readonly about?: { readonly label?: string | undefined } | undefined;
};

/** The sentence of a log entry: its module's text for the action, filled with its facts. */
export function useSentence(): (happening: Happening) => string {
  const { t } = useTranslation();
  const format = useFormat();
  const say = t as unknown as (keys: string[], options: Record<string, unknown>) => string;
  return ({ action, facts, about }) => {
    const [module = '', verb = ''] = action.split(/\.(.*)/s);
    const { currency } = facts;
    const readable = Object.fromEntries(
      Object.entries(facts).map(([name, value]) => {
        if (typeof value === 'string' && isDay(value)) return [name, format.day(value)];
        const amount = amountOfFact(name, value, currency);
        return [name, amount ? format.money(amount) : value];
      }),
    );
    const defaultValue = verb.replaceAll('-', ' ');
    // what the platform does is told by the shell: it has no texts of its own
    return say([`${module}:action.${verb}`, `web:action.${verb}`], {
      about: about?.label,
      label: about?.label,
      ...readable,
      defaultValue,
    });
  };
}

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);

/**
 * The actions whose sentence, as the page writes it, says a text: a search finds what is read,
 * not how it is stored.
 */
export function useActionsSaying(text: string): readonly string[] {
  const { i18n } = useTranslation();
  const language = useTextLanguage();
  const wanted = text.trim().toLocaleLowerCase();
  if (wanted === '') return [];
  const bundles = Object.entries(i18n.getDataByLanguage(language) ?? {});
  return bundles.flatMap(([module, bundle]) => {
    const sentences = (bundle as { readonly action?: { readonly [verb: string]: string } }).action;
    return Object.entries(sentences ?? {})
      .filter(([, sentence]) => wordsOf(sentence).includes(wanted))
      .map(([verb]) => `${module}.${verb.replace(/_(one|other)$/, '')}`);
  });
}

/** What a sentence says whatever its facts are. */
const wordsOf = (sentence: string): string =>
  sentence.replaceAll(/\{\{.*?\}\}/g, '').toLocaleLowerCase();
