import { Navigate } from '@tanstack/react-router';
import { place } from '#web/routing/place.ts';

/** One's account opens with the profile. */
export function AccountStartPage() {
  return <Navigate to={place('/account/profile')} replace />;
}
