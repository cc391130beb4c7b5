/** Renewed tokens, unusual sign-ins, reported accounts, everybody's sessions. */
export const riskRefusals = {
  'token-renewed': 'Your session was just renewed. Try again in a moment.',
  'report-unknown': 'That report does not exist. Nothing was changed.',
  'report-resolved':
    '{{by}} has looked at this account already. Your note was not saved: see theirs under Done.',
} as const;

export const riskActions = {
  'token-copied': 'Session ended: a replaced key of it was shown again',
  'report-resolved': 'Reported account looked at: {{note}}',
  'everyone-signed-out': 'Everybody signed out by the provider ({{ended}} sessions): {{reason}}',
  'unusual-country': 'This sign-in came from a country that is new for the account',
  'unusual-speed': 'Nobody travels that fast from the place of the sign-in before',
  'unusual-absence': 'The account had not been used for three months or longer',
  'unusual-anonymiser': 'This sign-in came through a service that hides where somebody is',
  'unusual-failures': 'Several wrong passwords were tried before this sign-in',
} as const;

/** The staff's list of reported accounts. */
export const riskPages = {
  signal: {
    'new-device': 'a device we did not know',
    'new-country': 'a country that was new',
    'impossible-speed': 'faster than anybody travels',
    'long-absence': 'after three months or longer',
    anonymiser: 'through a service that hides where somebody is',
    'many-failures': 'after several wrong passwords',
  },
  reports: {
    title: 'Reported accounts',
    subtitle: 'Sign-ins that their owners said were not theirs.',
    state: 'State',
    open: 'To look at',
    resolved: 'Done',
    none: 'Nobody has reported a sign-in that waits to be looked at.',
    'none-resolved': 'No report has been looked at yet.',
    person: 'Person',
    'sign-in': 'Sign-in that was not theirs',
    reported: 'Reported',
    done: 'What came of it',
    look: 'Look at it',
    'signed-in': 'Signed in',
    device: 'Device',
    from: 'From',
    methods: 'With',
    unusual: 'Unusual',
    how: 'Reported',
    'by-link': 'by the link of the mail, without signing in',
    'by-owner': 'in the list of devices, signed in',
    ended_one: '{{count}} session has ended',
    ended_other: '{{count}} sessions have ended',
    password: 'The password lets nobody in until it is replaced; factors added since are suspended',
    left: 'What may have been changed meanwhile is for you to find out',
    'left-detail':
      'Look at members, orders and payments of this person’s organizations, and call them back on a number you know.',
    organizations: 'Organizations',
    'see-organizations': 'those of {{address}}',
    note: 'What you found and did',
    'note-hint': 'It stands in the log of the instance.',
    'note-needed': 'Say it in at least three characters.',
    submit: 'Done with it',
    noted: 'Noted',
  },
  everyone: {
    title: 'Sign everybody out',
    text: 'For the day on which sessions may have been taken: ends those of all users, on all devices.',
    open: 'Sign everybody out…',
    warning:
      'Every user is signed out at once and has to sign in again, and each of them gets a mail. You and your colleagues stay signed in.',
    'reason-hint': 'It stands in the log and in the mail to each of them.',
    submit: 'Sign everybody out',
    done: 'Sessions ended: {{ended}}, of {{people}} people',
  },
} as const;
