/** Refusals of access, alerts and the lock-out. */
export const accessRefusals = {
  'attempt-over':
    'This sign-in took too long or was used already. Nothing was changed: sign in again.',
  'user-unknown': 'There is no such person. Nothing was ended.',
} as const;

/** What the log says of them. */
export const accessActions = {
  'security-settings-changed': 'Security settings changed',
  'session-disowned': 'A sign-in was reported as not one’s own; sessions ended: {{ended}}',
  'password-replaced': 'Password replaced at sign-in',
  'work-wanted':
    '{{failed}} sign-ins failed within {{minutes}} minutes: browsers that nobody knows work before each try',
  'spraying-seen': 'One network failed at {{addresses}} addresses within an hour',
  'unlock-requested': 'Link to let a browser in requested',
  'browser-let-in': 'Browser let in with a mailed link',
  'account-unlocked': 'Unlocked by an administrator: {{reason}}',
  'sessions-ended-by-staff': 'Signed out everywhere by the provider: {{reason}}',
} as const;

export const accessPages = {
  method: {
    password: 'Password',
    'mailed-link': 'Mailed link',
    totp: 'Code app',
    push: 'Atrio Authenticator',
    sms: 'Text message',
    passkey: 'Passkey',
    'security-key': 'Security key',
    emergency: 'Emergency code',
  },
  settings: {
    title: 'Security settings',
    subtitle: 'What we write to you about, and when strangers are stopped.',
    alerts: 'Alerts by e-mail',
    'sign-ins': 'Every successful sign-in',
    'sign-ins-hint': 'Sign-ins on a new device are always told.',
    failures: 'Failed sign-ins',
    'failures-hint':
      'One mail an hour at most. A wrong second step after the right password is always told.',
    lock: 'Lock-out',
    'lock-text':
      'After so many wrong passwords in a row, browsers that we do not know are locked out for a day. Strangers never lock out a browser in which you have signed in.',
    'lock-after': 'Wrong passwords',
    'lock-hint': 'From {{least}} to {{most}}.',
    'lock-wrong': 'A whole number from {{least}} to {{most}}, please.',
    save: 'Save settings',
    saved: 'Settings saved',
    back: 'Security',
  },
  'not-me': {
    title: 'Was this sign-in not yours?',
    subtitle: 'Then we secure your account now. Nobody gets in through this page, not even you.',
    ends: 'The session that our mail told you of ends, and every one that began after it.',
    password: 'Your present password no longer lets anybody in. You choose a new one.',
    kept: 'Nothing of yours is deleted.',
    submit: 'Secure my account',
    stay: 'It was me: change nothing',
    done: 'Your account is secured',
    'done-text':
      'The sessions have ended. Now choose a new password; we send the link to your mailbox.',
    next: 'Choose a new password',
    dead: 'Nothing was changed',
    'dead-text':
      'Setting a new password ends every session too, and nobody gets in with the old one.',
  },
  unlock: {
    title: 'Unlock your account',
    subtitle:
      'After many wrong passwords, browsers that we do not know are locked out. We send you a link that lets this one in.',
    submit: 'Send the link',
    sent: 'If {{address}} has an account that is locked, a link is on its way. It works once, for 30 minutes.',
    administrator: 'An administrator of your organization can end the lock too.',
    'let-in-title': 'Let this browser in',
    'let-in-subtitle': 'Afterwards you still need your password and your second factor.',
    'let-in': 'Let this browser in',
    done: 'This browser may try again',
    'done-text': 'The lock ends for all browsers once you have signed in.',
  },
  replace: {
    title: 'Choose a new password',
    subtitle:
      'Your password is right, but it was reported as known to somebody else. It lets nobody in any more.',
    submit: 'Set the password',
    mailed: 'A link is in your mailbox',
    'mailed-text':
      'Your password is right, but it was reported as known to somebody else. We do not know this browser, so you choose a new one by the link that we have just sent you.',
  },
  'check-up': {
    title: 'Security check-up',
    well: 'Nothing to improve. Your account is well protected.',
    'password-doubted': 'Your password is known to somebody else.',
    'no-second-factor': 'A password is all that protects you.',
    'one-second-factor': 'One second factor: if you lose it, only your emergency codes are left.',
    'no-recovery-address':
      'One mailbox is all that you have: lose it, and nobody can write to you.',
    'new-devices_one': 'A device is new here. Do you know it?',
    'new-devices_other': '{{count}} devices are new here. Do you know them?',
    'forgotten-devices_one': 'A device stays signed in, unused for a week.',
    'forgotten-devices_other': '{{count}} devices stay signed in, unused for a week.',
    'failures-untold': 'Nobody tells you of failed sign-ins.',
    do: {
      'password-doubted': 'Change it',
      'no-second-factor': 'Add a second factor',
      'one-second-factor': 'Add another one',
      'no-recovery-address': 'Add a recovery address',
      'new-devices': 'See devices',
      'forgotten-devices': 'See devices',
      'failures-untold': 'Switch alerts on',
    },
  },
  staff: {
    'end-sessions': 'Sign out everywhere',
    'end-sessions-of': 'Sign {{name}} out everywhere',
    reason: 'Reason',
    'reason-hint': 'It stands in the log and in the mail to this person.',
    'reason-needed': 'Give a reason of at least three characters.',
    ended: 'All sessions have ended',
    'only-administrators': 'Only administrators of the provider sign people out.',
  },
} as const;
