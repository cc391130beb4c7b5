import type { Settings } from '#platform/settings.ts';

/** What the start of a demo has to say of the staff door: elsewhere staff prove more. */
export function staffFactorWarning({
  staffFactors,
}: Pick<Settings, 'staffFactors'>): string | undefined {
  return staffFactors === 'optional'
    ? 'In this demo, staff sign in with a password only; elsewhere also with a passkey or code app.'
    : undefined;
}
