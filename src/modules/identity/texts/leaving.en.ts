/** Factors that go, are lost or come back, and proofs that were made for one thing. */
export const leavingRefusals = {
  'prove-with-another':
    'A method says nothing about its own removal while you have another one. Nothing was changed; prove it with another of your methods.',
  'stronger-needed':
    'Nothing was changed: this needs a method that can confirm it. Texts, emergency codes and what is lost open your account and confirm nothing. Add a passkey, Atrio Authenticator or a code app under My account → Security → Two-factor authentication, and repeat this.',
  'removal-over':
    'This removal was called off or carried out already. The list has been read anew.',
  'factor-not-lost':
    'This method was not reported as lost, so it stays stopped: it may have been copied. Remove it and add it anew.',
  'factor-replaced':
    'Another one has taken its place meanwhile. Nothing was changed; remove the other one first.',
} as const;

export const leavingActions = {
  'factor-removal-asked': 'Removal of the last sign-in method asked for, a day ahead: {{about}}',
  'factor-kept': 'Removal called off, sign-in method kept: {{about}}',
  'factor-lost': 'Sign-in method reported as lost: {{about}}',
  'factor-found': 'Lost sign-in method brought back: {{about}}',
  'code-replayed': 'A code of the app that was used already came in a second time',
} as const;

export const leavingPages = {
  leaving: {
    lost: 'Lost: it proves nothing',
    'goes-on': 'Removed on {{at}}',
    weak: 'Add a method that can confirm changes',
    'weak-why':
      'What you have opens your account and confirms no change in it. With a passkey, Atrio Authenticator or a code app you can change everything; until then you can add a method, end sessions and remove what you have.',
    'needs-stronger': 'This needs a method that can confirm it: add one first.',
    'last-waits':
      'This browser has been yours for less than a day, so the method goes 24 hours from now. We write to you, and you can call it off until then.',
    'last-lost-waits':
      'It is lost, so it goes 24 hours from now. We write to you, and you can call it off until then.',
    last: 'It is your last one',
    'last-now': 'From now on the password alone opens your account.',
    'replace-first': 'Better: add another method first',
    waits: 'It will be removed on {{at}}',
    'ends-all': 'Then all your devices are signed out.',
    keep: 'Keep it after all',
    kept: 'Method kept',
    'waits-title': '{{label}} will be removed on {{at}}',
    'waits-why': 'If you did not ask for this, keep it and change your password.',
    lose: 'I lost this device',
    'lose-title': 'Is {{label}} lost?',
    'lose-lost': 'It proves nothing from this moment on.',
    'lose-kept': 'Your account stays protected. If you find it, you can bring it back.',
    'lose-codes_one':
      'At your next sign-in one of your emergency codes is asked for. {{count}} is left.',
    'lose-codes_other':
      'At your next sign-in one of your emergency codes is asked for. {{count}} are left.',
    'lose-no-codes':
      'You have no emergency codes left. After you sign out you cannot sign in again until you have added another method here: do it in this session.',
    'lose-next': 'Then add a replacement on this page, at best right away.',
    losing: 'It is stopped. Add a replacement now.',
    'lose-do': 'Stop it now',
    found: 'I have it again',
    restored: 'It works again',
    'not-lost': 'Only a method that works can be lost.',
    'lost-title': '{{label}} is lost and was stopped',
    'lost-why':
      'Add a replacement below; until then you can end sessions and change little else. If you find it, bring it back with the menu beside it; if not, remove it.',
  },
  'keep-method': {
    title: 'Keep your second factor?',
    subtitle: 'Somebody asked to remove your last one. This calls it off.',
    stays: 'It is not removed and works as before.',
    nothing: 'Nothing else changes; you are not signed in by this.',
    submit: 'Keep it',
    leave: 'No, let it be removed',
    done: 'Your second factor is kept',
    'done-text':
      'If the removal was not asked for by you, somebody may be in your account: set a new password now. That ends every session.',
    next: 'Set a new password',
    dead: 'Nothing was called off',
    'dead-text':
      'Perhaps it was called off already, or the day is over and the method is gone. Sign in to see.',
    'sign-in': 'Sign in',
  },
} as const;
