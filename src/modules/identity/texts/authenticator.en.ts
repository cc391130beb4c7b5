/** What pages say of the push app. */
export const authenticator = {
  title: 'Confirm on your phone',
  how: 'Open Atrio Authenticator on “{{label}}” and type this number.',
  ask: 'Ask my phone',
  left: 'Ends in {{seconds}} s',
  'left-minutes': 'Ends in {{minutes}} min {{seconds}} s',
  denied: 'The phone said no. If that was not you, use another method and change your password.',
  over: 'Nobody answered in time, or a newer sign-in asked the phone. You can ask again.',
  // around the name of a button on the phone
  'not-you': 'Not you? Tap',
  deny: 'Deny',
  'not-you-then': 'on the phone, and change your password.',
  add: 'Atrio Authenticator',
  'add-why': 'A number from this page, typed into your phone. Shows codes without a network too.',
  do: 'Pair a phone',
  name: 'My phone',
  scan: 'Scan this with the camera of your phone, or open the address there.',
  address: 'Address',
  'scan-over': 'It works once and for ten minutes.',
  waits: 'Waiting for your phone …',
  compare: 'Does your phone show these two words?',
  finish: 'They are the same: finish',
} as const;

export const pushRefusals = {
  'push-paused':
    'Your phone is not asked now: it was asked too often without an answer, or you reported a sign-in. Use another method; after that it is asked again.',
  'push-unknown': 'No phone is paired with this account any more. Use another method.',
  'pairing-over': 'This code was used or is older than ten minutes. Begin again on the desktop.',
  'not-paired': 'No phone has scanned the code yet. Scan it, then finish.',
  'push-service-refused':
    'This phone cannot be woken by {{host}}. All else works: open the app when you expect a request.',
  'app-refused':
    'This phone is not accepted: it was removed, or its clock is wrong. Check the clock, or pair it again.',
} as const;

export const pushActions = {
  'push-denied': 'A sign-in was denied on the phone',
  'push-reported': 'A sign-in was denied on the phone and reported',
  'push-wrong-number': 'Wrong number typed into the phone',
} as const;
