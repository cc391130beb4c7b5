import { TwoFactor } from './two-factor.view.tsx';

/** The same for the provider's people, who need it outside the demo (settled 14). */
export function StaffTwoFactorPage() {
  return <TwoFactor side="staff" />;
}
