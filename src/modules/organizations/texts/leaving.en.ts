/** What leaving an organization says. */
export const leaving = {
  leave: 'Leave {{name}}',
  first: 'You cannot leave: {{reason}}',
  also: 'Also: {{reason}}',
  'last-member': 'you are its only member.',
  'way-last-member': 'Delete the organization',
  'last-representative': 'you are its only legal representative.',
  'way-last-representative': 'Name another one',
  suite: 'you have a place in {{product}}.',
  'ask-suite': 'you have a place in {{product}}. Ask an administrator to free it.',
  'way-suite': 'Free the place',
  'mail-address': 'the address you sign in with is in {{product}}.',
  'ask-mail-address':
    'the address you sign in with is in {{product}}. Ask an administrator to remove it, or sign in with another one.',
  'way-mail-address': 'Remove the address',
  sure: 'Leave {{name}}?',
  'lost-access': 'You can no longer act in it, and it disappears from your list.',
  'lost-rights': 'Your role, your teams and the products granted to you there are gone.',
  'lost-way-back': 'To come back you need an invitation.',
  'kept-account': 'Your account and your other organizations stay as they are.',
  'kept-work': 'Its products and invoices, and what you did in it, stay there.',
  confirm: 'Leave the organization',
  done: 'You left {{name}}',
} as const;

export const leavingRefusals = {
  'cannot-leave':
    'You cannot leave yet: the list of your organizations says what keeps you there. Nothing was changed.',
} as const;

export const leavingActions = {
  'organization-left': 'You left {{about}}',
} as const;
