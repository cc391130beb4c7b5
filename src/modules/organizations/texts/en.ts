import { pages } from './pages.en.ts';

export const en = {
  ...pages,
  refusal: {
    'no-such-organization': 'This organization does not exist, or you are not a member of it.',
    'wrong-vat-number': 'This is not a VAT number of {{country}}. Nothing was changed.',
    'currency-in-use':
      'In that country prices are in {{wanted}}, and you still have money or open orders in {{currency}}. Settle them first.',
    'already-on-account': 'This organization orders on account already.',
    'not-on-account': 'This organization does not order on account.',
    'already-member': 'This person is a member already.',
  },
  action: {
    'organization-created': 'Organization created',
    'identity-changed': 'Identity data changed',
    'vat-number-checked': 'VAT number checked: {{check}}',
    'member-added': '{{about}} was added as a member',
    'on-account-granted': 'Orders on account allowed',
    'on-account-revoked': 'Orders on account ended',
  },
  role: {
    legal_representative: 'Legal representative',
    administrator: 'Administrator',
    collaborator: 'Collaborator',
    external: 'External',
  },
} as const;
