import type { LaneKind } from '../lockout/lane.rules.ts';

/** What a person chose to be told of (R89, R90). */
export type Alerts = {
  /** Every sign-in, not only those on new devices. */
  readonly signIns: boolean;
  readonly failures: boolean;
};

/** One mail about failures an hour: a stranger must not fill anybody's mailbox. */
export const failureAlertBudget = { count: 1, windowSeconds: 3600 } as const;

/** Right password, wrong second factor: told each time, within reason (LK-13). */
export const secondStepAlertBudget = { count: 5, windowSeconds: 3600 } as const;

/** A known browser mistypes now and then; its third failure in a row is told. */
const failuresOfKnownBrowser = 3;

/** Whether a failed try is worth a mail: an unknown browser's at once. */
export function isWorthTelling({ kind, count }: { kind: LaneKind; count: number }): boolean {
  return kind === 'stranger' || count >= failuresOfKnownBrowser;
}
