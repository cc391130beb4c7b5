import type { Waiting } from './phone.ts';
import { text } from './app-words.ts';

const acts: { readonly [action: string]: string } = text.acts;

/** What somebody wants: to sign in, to change something, or to do what cannot be undone. */
export function titleOf({ purpose, action }: Pick<Waiting, 'purpose' | 'action'>): string {
  if (purpose === 'sign-in') return text.signIn;
  return acts[action ?? ''] ?? text.stepUp;
}
