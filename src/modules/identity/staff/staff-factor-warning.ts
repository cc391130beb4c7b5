import type { Settings } from '#platform/settings.ts';

/** What the start of a demo has to say of the staff door: elsewhere staff prove two factors. */
export function staffFactorWarning({ demo }: Pick<Settings, 'demo'>): string | undefined {
  return demo
    ? 'In this demo, staff sign in with a password only; elsewhere with two factors.'
    : undefined;
}
