import type { Settings } from '#platform/settings.ts';

/** What a start outside the demo has to say about the staff door (settled 14). */
export function staffFactorWarning({ demo }: Pick<Settings, 'demo'>): string | undefined {
  if (demo) return undefined;
  return (
    'Staff sign in with a password only: second factors for staff do not exist yet. ' +
    'Keep /staff to your own network.'
  );
}
