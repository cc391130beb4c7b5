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
  'team-created': 'Team {{label}} created',
  'team-renamed': 'Team {{before}} is called {{label}} from now on',
  'team-coloured': 'Team {{label}} has another colour',
  'team-all-see': 'Team {{label}} may see all products, also those to come',
  'team-all-manage': 'Team {{label}} may manage all products, also those to come',
  'team-all-none': 'Team {{label}} has no right on all products any more',
  'team-deleted': 'Team {{label}} deleted',
  'team-member-added': '{{about}} joined the team {{team}}',
  'team-member-removed': '{{about}} is not in the team {{team}} any more',
  'team-leader-named': '{{about}} leads the team {{team}}',
  'team-without-leader': 'Nobody leads the team {{label}} any more',
  'management-blocked': 'Management of {{label}} was reserved to administrators: “{{reason}}”',
  'management-unblocked': 'Management of {{label}} is open again to those who hold it',
} as const;
