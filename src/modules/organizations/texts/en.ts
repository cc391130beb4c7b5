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
    'organization-created': 'created the organization',
    'identity-changed': 'changed the identity data of the organization',
    'vat-number-checked': 'checked the VAT number: {{check}}',
    'member-added': 'added {{about}} as a member',
    'on-account-granted': 'allowed orders on account',
    'on-account-revoked': 'ended orders on account',
  },
  role: {
    legal_representative: 'Legal representative',
    administrator: 'Administrator',
    collaborator: 'Collaborator',
    external: 'External',
  },
} as const;
