/** Renewed tokens, unusual sign-ins, reported accounts, everybody's sessions. */
export const riskRefusals = {
  'token-renewed': 'Your session was just renewed. Try again in a moment.',
} as const;

export const riskActions = {
  'token-copied': 'Session ended: a replaced key of it was shown again',
  'unusual-country': 'This sign-in came from a country that is new for the account',
  'unusual-speed': 'Nobody travels that fast from the place of the sign-in before',
  'unusual-absence': 'The account had not been used for three months or longer',
  'unusual-anonymiser': 'This sign-in came through a service that hides where somebody is',
  'unusual-failures': 'Several wrong passwords were tried before this sign-in',
} as const;
