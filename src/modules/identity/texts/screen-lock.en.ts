/** The screen lock of a phone, before it approves. */
export const screenLockRefusals = {
  'screen-lock-needed':
    'This phone approves with its screen lock only, and that did not confirm. Nothing was approved; try again, or pair the phone again.',
  'screen-lock-kept':
    'This phone asks for its screen lock already. To begin anew, remove it under Security and pair it again.',
} as const;

export const screenLockActions = {
  'screen-lock-added': 'Phone asks for its screen lock before it approves: {{about}}',
} as const;

export const screenLockPages = {
  'screen-lock': { asks: 'Asks for its screen lock before it approves' },
} as const;
