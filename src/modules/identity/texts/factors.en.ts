/** Why a second factor was not accepted, or is needed. */
export const factorRefusals = {
  'factor-wrong':
    'That was not right, or was used already: each code works once. One of an app counts for a minute, one by text for five, one of your sheet until you use it.',
  'attempt-spent':
    'Five wrong tries with this method. Use another one, or begin again with your password.',
  'factor-paused':
    'Too many wrong tries with this method. It rests for {{retryAfterSeconds}} seconds; your other methods still work.',
  'attempt-over': 'This sign-in took too long or was finished elsewhere. Begin again.',
  'factor-unknown': 'This method is not there any more. The list has been read anew.',
  'enrolment-over': 'This took longer than ten minutes, so nothing was added. Begin again.',
  'passkey-refused':
    'The browser’s answer did not fit what we asked for. Nothing was added; try again.',
  'passkey-known': 'This passkey or security key is in use already.',
  'second-factor-needed':
    'This organization asks for a second factor. Set one up under My account, Security; it takes two minutes.',
  'factor-demanded':
    'One of your organizations asks for a second factor, and this is your last one. Add another first, or ask its administrator.',
  'session-restricted':
    'You signed in with an emergency code. Until {{until}} you can add a method, and change nothing else that protects your account.',
  'proof-incomplete': 'This needs your second factor as well. Use the methods that are offered.',
} as const;

/** What happened to second factors, in the person's log. */
export const factorActions = {
  'factor-added': 'Sign-in method added: {{about}}',
  'factor-renamed': 'Sign-in method renamed: {{about}}',
  'factor-removed': 'Sign-in method removed: {{about}}',
  'last-factor-removed': 'Last sign-in method removed, the password is enough now: {{about}}',
  'factor-suspended': 'Passkey stopped: its count looked like a copy’s',
  'factor-failed': 'Wrong second factor after the right password',
  'emergency-codes-made': 'New emergency codes made',
  'stepped-up-strongly': 'Confirmed with a second factor',
} as const;
