/** What the logs' pages say. */
export const pages = {
  mine: {
    title: 'Account activities',
    subtitle: 'What happened in your account, the latest first.',
  },
  organization: {
    title: 'Activity log',
    subtitle: 'What happened in this organization. Entries are chained: none can be changed.',
  },
  log: {
    what: 'What',
    who: 'Who',
    when: 'When',
    device: 'Device',
    you: 'You',
    empty: 'Nothing here yet. Everything that changes something is written down.',
    kind: 'Kind',
    'none-fits': 'Nothing in the log fits. Widen the dates or clear the search.',
    result: 'Result',
    results: { done: 'Done', failed: 'Failed' },
    'any-product': 'Any product',
    anybody: 'Anybody',
    prepaid: 'Prepaid account',
    from: 'From',
    to: 'To',
    search: 'Search in the log',
    kinds: {
      all: 'All',
      identity: 'Sign-in and security',
      organizations: 'Organization',
      subscriptions: 'Products and orders',
      billing: 'Billing',
    },
    actor: { user: 'A former user', staff: 'The provider', system: 'Automatic', nobody: 'Unknown' },
  },
} as const;
