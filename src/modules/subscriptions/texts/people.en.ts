/** What the cards of a product say about people in a suite and addresses of a mail service. */
export const people = {
  title: 'People in this suite',
  of: '{{taken}} of {{included}} places taken',
  'of-many_one': '{{count}} person',
  'of-many_other': '{{count}} people',
  empty: 'Nobody is in this suite yet. Let the first member in.',
  name: 'Name',
  since: 'Since',
  by: 'Let in by {{name}}',
  address: 'Mail address of the member',
  'address-hint': 'Only members of the organization can be let in: invite others first.',
  'address-needed': 'Write the address with which the member signs in.',
  give: 'Give a place',
  given: 'Place given',
  take: 'Free the place',
  taken: 'The place is free',
  'take-of': 'Free the place of {{name}}?',
  'lost-access': 'They cannot use the suite any more.',
  'kept-member': 'They stay a member of the organization, with their role and their rights.',
  full: 'All places are taken. Free one first, or order a larger offer.',
  over: 'This suite is over: nobody can be let in.',
  'not-yours': 'Only those who manage the product let people in.',
} as const;

export const mail = {
  title: 'Addresses',
  of: '{{taken}} of {{included}} addresses',
  'of-many_one': '{{count}} address',
  'of-many_other': '{{count}} addresses',
  empty: 'There is no address yet. Add the first one.',
  'empty-domain': 'Say at which domain the addresses are, then add the first one.',
  address: 'Address',
  since: 'Since',
  by: 'Added by {{name}}',
  domain: 'Domain',
  'domain-hint':
    'What stands after the @, for example example.ch. It stays while there are addresses.',
  'domain-needed': 'Write a domain.',
  'choose-domain': 'Choose the domain',
  'save-domain': 'Use this domain',
  'domain-saved': 'Domain saved',
  local: 'New address at {{domain}}',
  'local-hint': 'What stands before the @.',
  'local-needed': 'Write what stands before the @.',
  add: 'Add the address',
  added: 'Address added',
  remove: 'Remove the address',
  removed: 'Address removed',
  'remove-of': 'Remove {{address}}?',
  'lost-mail': 'Mail to this address comes back to its sender, and its box is deleted.',
  'lost-sign-in': 'Somebody who signs in with it keeps doing so, but no longer gets our mails.',
  'kept-others': 'Other addresses and the mail service stay as they are.',
  full: 'All addresses are used. Remove one first, or order more.',
  over: 'This mail service is over: it has no addresses any more.',
  'not-yours': 'Only those who manage the product change its addresses.',
} as const;

export const peopleRefusals = {
  'no-suite': 'People have places in suites only, and in none that is over.',
  'no-place-left':
    'All {{places}} places are taken. Nobody was let in: free a place first, or order a larger offer.',
  'not-a-member':
    'Nobody in this organization signs in with this address. Invite them as a member first.',
  'not-in-suite': 'This person is not in the suite any more.',
  'no-mail-service': 'Only mail services have addresses, and none that is over.',
  'no-mail-domain': 'Say first at which domain the addresses are.',
  'mail-domain-not-valid':
    'This is not a domain name. Use letters, digits and hyphens, as in example.ch.',
  'mail-domain-in-use':
    'There are addresses at {{domain}}. Remove them first; nothing was changed.',
  'mail-address-not-valid':
    'This cannot stand before the @. Use letters, digits, dots and hyphens.',
  'mail-address-taken': '{{address}} exists already in this organization.',
  'no-address-left': 'All {{addresses}} addresses are used. Remove one first, or order more.',
  'mail-address-not-found': 'This address is not there any more.',
} as const;

export const peopleActions = {
  'place-given': '{{about}} got a place in {{product}}',
  'place-withdrawn': 'The place of {{about}} in {{product}} was freed',
  'mail-domain-set': 'Addresses of {{label}} are at {{domain}}',
  'mail-address-added': 'An address at {{domain}} was added to {{label}}',
  'mail-address-removed': 'An address at {{domain}} was removed from {{label}}',
} as const;
