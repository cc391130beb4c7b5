/** Why nothing was done about a stop. */
export const textTrafficRefusals = {
  'text-stop-unknown':
    'This stop was lifted meanwhile, or never was. Nothing was changed; the page shows what stands now.',
} as const;

/** What happened with texts to phones, in the instance's log. */
export const textTrafficActions = {
  'texts-stopped': 'Texts to {{about}} stopped: {{verified}} of {{sends}} codes came back',
  'texts-nearly-spent':
    'Most of the texts of a day used ({{about}}): {{spentMinor}} of {{mostMinor}}',
  'texts-allowed': 'Texts to {{about}} allowed again: {{reason}}',
} as const;

/** Texts to phones as the provider's people see them. */
export const textTrafficPages = {
  texts: {
    title: 'Texts',
    subtitle: 'Codes and notices to phones: what they cost, and whether codes come back.',
    'not-offered':
      'No gateway is set, so no texts are offered. ATRIO_SMS_URL and ATRIO_SMS_SECRET name one.',
    countries: 'Countries',
    'no-countries': 'No country gets texts.',
    country: 'Country',
    price: '{{price}} each',
    state: 'State',
    allowed: 'Allowed',
    stopped: 'Stopped',
    'came-back': 'Came back, 6 hours',
    counted: '{{verified}} of {{sends}}',
    today: 'Codes today',
    of: 'of {{most}}',
    'with-notices': 'notices {{spent}}',
    together: 'Everywhere, today',
    codes: 'Codes',
    notices: 'Notices',
    pot_one: '{{count}} text, {{spent}} of {{most}}',
    pot_other: '{{count}} texts, {{spent}} of {{most}}',
    'stopped-title': 'Some numbers get no texts',
    'stopped-why':
      'Fewer than 30 % of their codes came back. Somebody is probably paid for texts and has them sent to numbers that nobody reads. People there use their other methods. Find out why before you lift a stop.',
    stops: 'Stopped',
    'no-stops': 'Nothing is stopped.',
    place: 'Country or numbers',
    since: 'Since',
    lift: 'Lift the stop',
    'lift-of': 'Lift the stop of {{place}}',
    'lift-what':
      'Texts go there again from now on. What was sent before does not count; if new codes do not come back either, it stops again.',
    lifted: 'Stop lifted',
    'administrators-lift': 'Only administrators lift a stop.',
  },
} as const;
