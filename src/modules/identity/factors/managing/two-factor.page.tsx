import { TwoFactor } from './two-factor.view.tsx';

/** What protects one's own account besides the password (R54–R59, D9). */
export function TwoFactorPage() {
  return <TwoFactor side="user" />;
}
