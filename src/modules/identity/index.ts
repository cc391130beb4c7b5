export { accountOpened, type AccountOpened } from './accounts/account-opened.ts';
export { addressField, addressKey, addressOf } from './accounts/address.rules.ts';
export { organizationName } from './gate/organization-name.ts';
export { createUser, openAccount, type CreateUser } from './accounts/create-user.ts';
export { countryField, nameField } from './accounts/user.rules.ts';
export { fullName, searchWords, type User } from './accounts/user.rules.ts';
export { findUserByAddress, userOf, usersNamed, usersOf } from './accounts/user.store.ts';
export { preparedAmong } from './factors/emergency/prepared-among.ts';
export { secondFactorsOf } from './factors/second-factors-of.ts';
export type { Proof } from './gate/gate.rules.ts';
export { requireProofFor, takeProofFor } from './gate/action-proof.ts';
export { organizationDemand, type OrganizationDemand } from './gate/organization-demand.ts';
export {
  refuseRestricted,
  requireStrengthIn,
  requireStrengthOfStaff,
} from './gate/require-strength.ts';
export { identityModule } from './module.ts';
export { hashPassword } from './passwords/hashing.ts';
export { judgePassword } from './passwords/judge-password.ts';
export { minimumLength } from './passwords/password.rules.ts';
export { authenticate, requireFreshProof } from './sessions/authenticate.ts';
export { limitSessions } from './sessions/limits/limit-sessions.ts';
export { refuseRenewed, renewToken, renewTokensOf } from './sessions/renewal/renew-token.ts';
export { lives, type SessionLimits } from './sessions/session.rules.ts';
export { writeSightings } from './sessions/sightings.ts';
export { signInRequirements, type Requirements } from './gate/sign-in-requirements.ts';
export { invitedAddress, invitedSignedUp } from './sign-up/invited/invitation-news.ts';
export type { CriticalAction } from './sign-in/sign-in.refusals.ts';
export { createStaff, type CreateStaff } from './staff/create-staff.ts';
export { staffFactorWarning } from './staff/staff-factor-warning.ts';
export { lockedAmong } from './lockout/unlock/locked-among.ts';
export { unlockAccount } from './lockout/unlock/unlock-account.ts';
export { openAnonymisers } from './risk/anonymisers.ts';
export { openPlaces } from './places/place-of.ts';
