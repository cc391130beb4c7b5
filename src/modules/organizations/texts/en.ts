import { branding } from './branding.en.ts';
import { contact, contactActions, contactRefusals } from './contact.en.ts';
import { leaving, leavingActions, leavingRefusals } from './leaving.en.ts';
import { memberActions, memberPages, memberRefusals } from './members.en.ts';
import { pages } from './pages.en.ts';
import { policies, policyActions, policyRefusals } from './policies.en.ts';
import { rightsActions, rightsPages, rightsRefusals } from './rights.en.ts';

export const en = {
  ...pages,
  ...memberPages,
  ...rightsPages,
  branding,
  leaving,
  contact,
  policies,
  refusal: {
    ...memberRefusals,
    ...rightsRefusals,
    ...leavingRefusals,
    ...contactRefusals,
    ...policyRefusals,
    'not-a-member':
      'This person is not a member of the organization any more. Nothing was changed.',
    'member-not-locked': 'This account is not locked, or not any more. There is nothing to unlock.',
    'no-such-image': 'This logo is not shown any more.',
    'not-an-image': 'This is no PNG, JPEG or WebP picture. Nothing was changed.',
    'broken-image': 'This picture is damaged or incomplete. Nothing was changed.',
    'too-many-pixels':
      'This picture has more than {{most}} million pixels, or takes too long to read. Send a smaller one.',
    'logo-not-wide': 'A rectangular logo is wider than high. This one is not.',
    'square-logo-stands-alone':
      'A square logo stands alone. Choose initials first, then add the rectangular logo.',
    'no-such-organization': 'This organization does not exist, or you are not a member of it.',
    'wrong-vat-number': 'This is not a VAT number of {{country}}. Nothing was changed.',
    'wrong-phone':
      'This is not a phone number. Begin with + and the country, or write it as in {{country}}.',
    'currency-in-use':
      'In that country prices are in {{wanted}}, and you still have money or open orders in {{currency}}. Settle them first.',
    'not-deletable':
      'This organization cannot be deleted yet: the list shows what is still open. Nothing was changed.',
    'already-on-account': 'This organization orders on account already.',
    'not-on-account': 'This organization does not order on account.',
    'already-member': 'This person is a member already.',
  },
  action: {
    ...memberActions,
    ...rightsActions,
    ...leavingActions,
    ...contactActions,
    ...policyActions,
    'member-unlocked': '{{about}} was unlocked: {{reason}}',
    'branding-initials': 'Initials chosen for the portal',
    'branding-square-logo': 'Square logo changed',
    'branding-wide-logo': 'Rectangular logo changed',
    'branding-no-wide-logo': 'Rectangular logo removed',
    'organization-created': 'Organization created',
    'organization-deleted': 'Organization deleted',
    'name-changed': 'Name changed from “{{before}}” to “{{after}}”',
    'kind-changed': 'Type changed to $t(organizations:kind.{{after}})',
    'address-changed': 'Address changed',
    'country-changed': 'Country changed from {{before}} to {{after}}; prices are in {{currency}}',
    'vat-number-changed': 'VAT number changed from {{before}} to {{after}}',
    'phone-changed': 'Phone number changed',
    'language-changed': 'Language of documents changed from {{before}} to {{after}}',
    'vat-number-checked': 'VAT number {{vatNumber}}: $t(organizations:vat-result.{{check}})',
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
