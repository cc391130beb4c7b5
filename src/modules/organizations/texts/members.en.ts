export const memberRefusals = {
  'no-such-member': 'This person is not a member of the organization any more.',
  'last-representative':
    '{{name}} is the only legal representative. Name another one first; nothing was changed.',
} as const;

export const memberActions = {
  'member-removed': '{{about}} was removed as a member',
  'member-left': '{{about}} left the organization',
} as const;
