import { Navigate } from '@tanstack/react-router';
import { SignedIn } from '#web/shell/signed-in.tsx';
import { useMyOrganizations } from '#web/shell/my-organizations.ts';
import { place } from '#web/routing/place.ts';

/** The address of the portal leads to the organization that was used last. */
export function StartPage() {
  return (
    <SignedIn>
      <ToOrganization />
    </SignedIn>
  );
}

function ToOrganization() {
  const { rows, current } = useMyOrganizations();
  const last = rows.find(({ organizationId }) => organizationId === current) ?? rows[0];
  const to = last
    ? place('/o/$organizationId', { organizationId: last.organizationId })
    : place('/account/organizations');
  return <Navigate to={to} replace />;
}
