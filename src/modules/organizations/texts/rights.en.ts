/** Rights, grants and teams: what is refused and what the log says. */
export const rightsRefusals = {
  'management-blocked':
    'Management of this product is reserved to administrators for now: “{{reason}}”. Nothing was changed.',
  'products-not-there':
    'Some of these products ended or are not in this organization any more. Nothing was changed: choose again.',
  'no-such-team': 'This team does not exist, or it is not yours to see.',
  'team-name-taken': 'There is a team called {{name}} already. Choose another name.',
  'not-in-team': 'This person is not in the team any more.',
} as const;

export const rightsActions = {
  'products-granted-to-see': '{{about}} may see {{names}}',
  'products-granted-to-manage': '{{about}} may manage {{names}}',
  'products-withdrawn': '{{about}} has no grant on {{names}} any more',
  'management-blocked': 'Management of {{label}} was reserved to administrators: “{{reason}}”',
  'management-unblocked': 'Management of {{label}} is open again to those who hold it',
} as const;
