/** What the page of an organization's policies says. */
export const policies = {
  title: 'Security rules',
  subtitle: 'What {{name}} asks of its members when they sign in.',
  'not-yours': 'Only legal representatives and administrators change the rules.',
  factor: 'Second factor',
  required: 'Who must have one',
  off: 'Nobody has to',
  'off-note': 'A password is enough. Members may still protect themselves with one.',
  on: 'Everybody, from a day on',
  'on-note': 'Whoever has none by then cannot work here until they set one up.',
  from: 'Required from',
  grace: 'Days of grace',
  'days-hint':
    'From 0 to 14 days of grace, counted from that day, or from joining for whoever joins later. Members without a second factor are reminded 7 days and 1 day before.',
  'from-between': 'Choose a day from {{earliest}} to {{latest}}.',
  methods: 'What counts as a second factor',
  'methods-hint': 'Emergency codes always count: they belong to any of these.',
  method: {
    passkey: 'Passkeys',
    totp: 'Code apps',
    push: 'Atrio Authenticator',
    sms: 'Text messages',
  },
  'method-note': {
    passkey: 'Cannot be tricked out of anybody.',
    totp: 'Works without a network.',
    push: 'A number from the page, typed into the phone.',
    sms: 'The weakest: phone numbers can be taken over.',
  },
  'strong-needed': 'Passkeys or code apps stay allowed: at least one of them.',
  effect: 'What this does',
  'effect-nobody': 'Every member has a second factor already. Nobody is stopped.',
  'effect-some_one': '{{count}} of {{members}} members has no second factor yet',
  'effect-some_other': '{{count}} of {{members}} members have no second factor yet',
  'effect-stopped':
    'From {{day}} they cannot work in {{name}} until they set one up. Their own accounts stay open to them. They are told at once and reminded 7 days and 1 day before.',
  'effect-you': 'You are one of them.',
  'effect-more_one': 'and {{count}} more',
  'effect-more_other': 'and {{count}} more',
  'effect-all': 'See them among the members',
  prepared: 'Fewer than two legal representatives are prepared',
  'prepared-text':
    'Two of them should have passkeys or emergency codes, so that one who loses a phone locks nobody out: {{prepared}} of {{total}} have. You can require it all the same.',
  sessions: 'Sessions',
  idle: 'Signed out when unused',
  'idle-usual': 'After an hour, as usual',
  'idle-minutes': 'After {{count}} minutes',
  absolute: 'Signed out at the latest',
  'absolute-usual': 'After a day, as usual',
  'absolute-hours_one': 'After {{count}} hour',
  'absolute-hours_other': 'After {{count}} hours',
  stay: 'Members may stay signed in on their own devices',
  'stay-hint': 'For up to 14 days unused, and 30 days in all.',
  'stay-limited': 'A session with limits of its own is not kept for weeks.',
  'sessions-at-once':
    'Shorter sessions hold at once: whoever has been signed in for longer signs in again. Longer ones hold from the next sign-in.',
  elsewhere:
    'Whoever works in several organizations is under the strictest rules of all of them at sign-in.',
  save: 'Save the rules',
  saved: 'Saved. All members are told by mail.',
  same: 'These rules hold already: nothing was changed.',
  'off-title': 'Require no second factor any more?',
  'off-lost': 'A password that was guessed or stolen then opens {{name}}.',
  'off-kept': 'Those who have a second factor keep it and are still asked for it.',
  'off-confirm': 'Require it no more',
  history: 'History',
} as const;

/** Their sentences in the log. */
export const policyActions = {
  'policy-factor-required':
    'A second factor is required from {{from}}, days of grace: {{graceDays}}',
  'policy-factor-not-required': 'A second factor is not required any more',
  'policy-method-allowed':
    'Allowed as a second factor: $t(organizations:policies.method.{{method}})',
  'policy-method-forbidden':
    'Not allowed as a second factor any more: $t(organizations:policies.method.{{method}})',
  'policy-idle-limited_one': 'Sessions end when unused for {{count}} minute',
  'policy-idle-limited_other': 'Sessions end when unused for {{count}} minutes',
  'policy-idle-not-limited': 'Sessions end when unused for an hour, as usual',
  'policy-lifetime-limited_one': 'Sessions end after {{count}} hour at the latest',
  'policy-lifetime-limited_other': 'Sessions end after {{count}} hours at the latest',
  'policy-lifetime-not-limited': 'Sessions end after a day at the latest, as usual',
  'policy-staying-allowed': '“Stay signed in” allowed',
  'policy-staying-forbidden': '“Stay signed in” not allowed any more',
  'policy-reminded_one': '{{count}} member reminded: a second factor is required from {{from}}',
  'policy-reminded_other': '{{count}} members reminded: a second factor is required from {{from}}',
} as const;

export const policyRefusals = {
  'policy-day-out-of-reach':
    'A second factor can be required from {{earliest}} at the earliest and {{latest}} at the latest. Nothing was changed.',
  'policy-changed-meanwhile':
    'Somebody else changed the rules while you had them open. Nothing was overwritten: load the page again and look at theirs first.',
} as const;
