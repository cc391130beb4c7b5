/** What one is written to about. */
export const contact = {
  title: 'Notifications',
  subtitle:
    'Which messages of each organization reach you. About your own account we always write.',
  empty: 'You belong to no organization, so only messages about your account reach you.',
  billing: 'Bills and payments',
  'billing-hint': 'Invoices, payments that arrived, cancelled orders, reminders.',
  products: 'Products',
  'products-hint': 'Products that are ready, and those that moved here or away.',
  'only-representative': 'You are the only legal representative: somebody must read the bills.',
  'name-another': 'Name another one',
  'no-right-billing': 'Nothing is sent: it needs the right to see the bills of this organization.',
  'no-right-products': 'Nothing is sent: it needs the right to order in this organization.',
  save: 'Save',
  saved: 'Saved',
  on: 'on',
  off: 'off',
  'why-only-representative': 'The only legal representative reads them; name another one first.',
  'why-nobody-left': 'Nobody else would read them; let another person read them first.',
} as const;

export const contactRefusals = {
  'billing-not-off':
    'Messages about bills stay on. $t(organizations:contact.why-{{because}}) Nothing was changed.',
} as const;

export const contactActions = {
  'contact-changed':
    'Messages to {{about}}: bills $t(organizations:contact.{{billing}}), products $t(organizations:contact.{{products}})',
} as const;
