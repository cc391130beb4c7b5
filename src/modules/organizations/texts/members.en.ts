export const memberRefusals = {
  'no-such-member': 'This person is not a member of the organization any more.',
  'last-representative':
    '{{name}} is the only legal representative. Name another one first; nothing was changed.',
  'leave-instead':
    'You cannot remove yourself. Leave the organization under My account → Organizations.',
  'invitation-gone':
    'This invitation cannot be used: it was used, withdrawn, declined, or is older than seven days. Ask whoever invited you to send it again.',
  'already-invited':
    '{{address}} is invited already. Find it under “Invitations” and send it again, or cancel it first.',
  'too-many-invitations':
    'At most {{most}} invitations can wait at a time. Cancel some that nobody answers, then invite again.',
  'wrong-address': 'This is not a mail address. Nothing was sent.',
} as const;

export const memberActions = {
  'member-removed': '{{about}} was removed as a member',
  'member-left': '{{about}} left the organization',
  'member-role-changed':
    '{{about}} is $t(organizations:role.{{after}}) instead of $t(organizations:role.{{before}})',
  'billing-right-given': '{{about}} sees and pays bills from now on',
  'billing-right-taken': '{{about}} does not see bills any more',
  'factor-reminder-sent': '{{about}} was asked to add a second factor',
  'member-invited': '{{address}} was invited as $t(organizations:role.{{role}})',
  'invitation-resent': 'The invitation of {{address}} was sent again',
  'invitation-cancelled': 'The invitation of {{address}} was cancelled',
  'invitation-declined': '{{address}} declined the invitation',
  'invitation-accepted':
    '{{about}} accepted the invitation and is a member, as $t(organizations:role.{{role}})',
} as const;
