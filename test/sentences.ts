// Every entry of the log is read as a sentence: its action has one in its module's texts, and the
// entry says everything that the sentence wants to say. Spanish has the same keys by its type.
import { texts } from '#web/language/en.generated.ts';

export type Written = { readonly action: string; readonly body: string };

type Sentences = { readonly [verb: string]: string };

/** Modules by name; what the platform itself writes down is told by the browser's shell. */
const modules: { readonly [module: string]: object } = texts;

/** What is wrong with how entries would be read, a line each. */
export function unreadable(entries: readonly Written[]): readonly string[] {
  return [...new Set(entries.flatMap(wrongWith))];
}

function wrongWith({ action, body }: Written): readonly string[] {
  const sentences = sentencesOf(action);
  if (sentences.length === 0) return [`${action} has no sentence`];
  const said = saidBy(body);
  const wanted = sentences.flatMap((text) => [...text.matchAll(/\{\{(\w+)\}\}/g)]);
  return wanted
    .map(([, name = '']) => name)
    .filter((name) => !said.has(name))
    .map((name) => `${action} says no ${name}`);
}

/** One, or several where a number decides. */
export function sentencesOf(action: string): readonly string[] {
  const [module = '', verb = ''] = action.split(/\.(.*)/s);
  const { action: all = {} }: { action?: Sentences } = modules[module] ?? texts.web;
  return [all[verb], all[`${verb}_one`], all[`${verb}_other`]].filter((text) => text !== undefined);
}

function saidBy(body: string): ReadonlySet<string> {
  const { facts, about }: { facts?: object; about?: object } = JSON.parse(body);
  return new Set([...Object.keys(facts ?? {}), ...(about ? ['about', 'label'] : [])]);
}
