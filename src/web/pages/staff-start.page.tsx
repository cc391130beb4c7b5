import { Navigate } from '@tanstack/react-router';
import { place } from '#web/routing/place.ts';

/** The provider's side opens with its customers. */
export function StaffStartPage() {
  return <Navigate to={place('/staff/organizations')} replace />;
}
