import { mail, people, peopleActions, peopleRefusals } from './people.en.ts';
import { pages } from './pages.en.ts';

/** Sentences of orders and products. Pages add their own keys. */
export const en = {
  ...pages,
  people,
  mail,
  refusal: {
    ...peopleRefusals,
    'configuration-not-valid': 'Nothing was ordered yet. $t(subscriptions:problem.{{because}})',
    'offer-not-sold': 'This level of the product is not sold. Choose another one.',
    'address-missing':
      'We don’t know yet where the bill goes, so nothing was ordered. Add a billing address, then order again.',
    'order-not-cancellable':
      'This order can no longer be cancelled, because it is not waiting for payment any more.',
    'order-not-found': 'There is no such order in this organization.',
    'price-changed':
      'The price changed while you were ordering. Nothing was ordered: look at the new total and order again.',
    'not-movable': 'This product stays where it is. $t(subscriptions:move.open-{{because}})',
    'move-other-currency':
      'The product is paid in {{currency}}, and prices there are in {{wanted}}. Choose an organization with prices in {{currency}}.',
    'move-same-organization': 'The product is in this organization already.',
    'move-link-dead':
      'This link opens nothing: it was used, withdrawn or replaced, or its days are over. Ask for a new one.',
    'product-not-found': 'There is no such product in this organization.',
    'product-ended': 'This product ended or moved away. Nothing of it changes here any more.',
    'name-is-fixed': 'A domain is called by its name. Nothing was changed.',
    'nothing-failed': 'This product runs or is being set up already. There is nothing to repeat.',
  },
  problem: {
    missing: 'Say which name you want.',
    'not-a-domain': 'This is not a domain name. Use letters, digits and hyphens, as in example.ch.',
    'wrong-ending': 'The name does not end like the offer you chose.',
    'too-long': 'Use at most 80 characters.',
    'unknown-field': 'This product does not ask for that.',
  },
  state: {
    open: 'Waiting for payment',
    started: 'Started',
    cancelled: 'Cancelled',
    expired: 'Expired',
    provisioning: 'Being set up',
    active: 'Active',
    failed: 'We are looking into it',
    ended: 'Ended',
    moved: 'Moved away',
  },
  action: {
    ...peopleActions,
    'order-placed': 'Order {{number}} over {{gross}} was placed',
    'order-started': 'The products of order {{number}} started',
    'order-cancelled': 'Order {{number}} over {{gross}} was cancelled',
    'order-expired': 'Order {{number}} over {{gross}} expired unpaid',
    'product-active': '{{label}} became active',
    'product-failed': '{{label}} could not be set up',
    'product-moved-out': '{{label}} moved to {{other}}',
    'product-moved-in': '{{label}} came from {{other}}',
    'move-link-made': 'A link to give {{label}} away was made',
    'move-link-withdrawn': 'The link to give {{label}} away was withdrawn',
    'product-renamed': '{{before}} is called {{after}} from now on',
    'product-asked-again': '{{label}} is being set up once more',
  },
  /** What a provisioner answers: where a product runs and how to get in. */
  result: {
    name: 'Name',
    nameservers: 'Name servers',
    server: 'Server',
    login: 'Login',
    sites: 'Sites',
    addresses: 'Addresses',
    address: 'Address',
    administration: 'Administration',
    workspace: 'Workspace',
    line: 'Telephone',
    contract: 'Contract',
    reference: 'Reference',
  },
} as const;
