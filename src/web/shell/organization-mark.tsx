import { Initials } from '#ui/text/initials.tsx';

/** The square that stands for an organization in the switcher: the initials of its name. */
export function OrganizationMark({
  organization,
  small = false,
}: {
  organization: { readonly name: string };
  small?: boolean;
}) {
  return <Initials name={organization.name} small={small} />;
}
