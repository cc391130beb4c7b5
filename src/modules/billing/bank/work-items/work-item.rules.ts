/** What a person has to look at. */
export const workItemKinds = [
  // money in suspense
  'unknown-reference',
  'several-organizations',
  'several-references',
  'payer-known',
  'returned',
  'outgoing',
  // an entry whose details are missing or do not add up; its cash waits in the batch account
  'details-missing',
  'details-differ',
  // nothing was booked: the same identity with other content
  'conflict',
  // about statements
  'statement-differs',
  'sequence-gap',
  'balance-break',
] as const;
export type WorkItemKind = (typeof workItemKinds)[number];

export const resolutionKinds = ['prepaid', 'settle', 'keep'] as const;
export type ResolutionKind = (typeof resolutionKinds)[number];

const withMoney: readonly WorkItemKind[] = [
  'unknown-reference',
  'several-organizations',
  'several-references',
  'payer-known',
  'details-missing',
  'details-differ',
];

/** Money that waits can be given to somebody; everything else is noted with a reason. */
export function mayResolveBy(
  kind: WorkItemKind,
  state: 'open' | 'resolved',
): readonly ResolutionKind[] {
  if (state === 'resolved') return [];
  return withMoney.includes(kind) ? resolutionKinds : ['keep'];
}
