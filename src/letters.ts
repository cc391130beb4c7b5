// Who receives which mail: one line for each letter that the product sends. docs/messages.md is
// printed from it, test/letters.test.ts holds it against what is really sent.

/** To whom a letter goes. */
export type Audience =
  /** the members who may do something about it and did not turn it off (N1) */
  | 'members: identity'
  | 'members: billing'
  | 'members: products'
  /** all of them, or those whom it concerns, whatever their role and their choices */
  | 'every member'
  | 'members concerned'
  /** the one person whom it is about, and nobody else */
  | 'the person'
  /** the same, at every address: to sign in with, to recover with, and for a month the one before */
  | 'the person, everywhere'
  /** whoever reads the address, with an account or without */
  | 'the address'
  /** the one person of the provider whom it is about */
  | 'the staff member'
  /** those of the provider's people who look after the instance */
  | 'the administrators';

type Line = { readonly to: Audience; readonly when: string };

const line = (to: Audience, when: string): Line => ({ to, when });

export const letters: Readonly<Record<string, Line>> = {
  'identity.recovery-code': line('the address', 'Somebody wants to recover an account with it.'),
  'identity.verify-address': line('the address', 'Somebody begins to sign up with it.'),
  'identity.already-have-account': line('the person', 'Somebody signs up with their address.'),
  'identity.new-device': line(
    'the person, everywhere',
    'They sign in with a device we did not know.',
  ),
  'identity.unusual-sign-in': line('the person, everywhere', 'They sign in, and not as usual.'),
  'identity.too-many-sessions': line(
    'the person, everywhere',
    'A sign-in ended their oldest session.',
  ),
  'identity.account-locked': line('the person, everywhere', 'Too many tries locked their account.'),
  'identity.password-changed': line('the person, everywhere', 'Their password was changed.'),
  'identity.recovery-changed': line(
    'the person, everywhere',
    'Their recovery address was changed.',
  ),
  'identity.reset-elsewhere': line(
    'the person, everywhere',
    'A link went to another address of theirs.',
  ),
  'identity.reset-not-sent': line('the person', 'Their recovery address does not count.'),
  'identity.reset-link': line('the person', 'They asked for a new password.'),
  'identity.factor-changed': line(
    'the person, everywhere',
    'A second factor was added, changed or lost.',
  ),
  'identity.factor-removal-waits': line(
    'the person, everywhere',
    'Their last second factor goes in a day.',
  ),
  'identity.signed-in': line(
    'the person, everywhere',
    'They signed in, and want to hear of it each time.',
  ),
  'identity.failed-sign-in': line('the person, everywhere', 'A wrong password was tried.'),
  'identity.failed-second-step': line(
    'the person, everywhere',
    'Right password, wrong second step.',
  ),
  'identity.security-settings-changed': line(
    'the person, everywhere',
    'They changed alerts or lock-out.',
  ),
  'identity.token-copied': line(
    'the person, everywhere',
    'A replaced token of theirs was shown again.',
  ),
  'identity.account-secured': line(
    'the person, everywhere',
    'They said that a sign-in was not theirs.',
  ),
  'identity.unlock-link': line('the person', 'They asked for a link to let a browser in.'),
  'identity.account-unlocked': line('the person, everywhere', 'An administrator ended their lock.'),
  'identity.sessions-ended-by-staff': line(
    'the person, everywhere',
    'We signed them out everywhere.',
  ),
  'identity.staff-new-device': line('the staff member', 'They sign in with a new device.'),
  'identity.texts-nearly-spent': line('the administrators', 'Most of a day’s texts left.'),
  'identity.texts-stopped': line('the administrators', 'Too few texted codes came back.'),
  'identity.staff-unusual-sign-in': line('the staff member', 'They sign in, and not as usual.'),
  'identity.spraying': line('the administrators', 'One network tries many accounts.'),
  'identity.staff-may-begin': line('the staff member', 'They may set up a first method.'),
  'identity.staff-locked': line('the staff member', 'Too many tries locked their account.'),

  'organizations.identity-changed': line('members: identity', 'Name, address … changed.'),
  'organizations.organization-deleted': line('the person', 'They deleted an organization.'),
  'organizations.on-account-granted': line('members: billing', 'It may order on account.'),
  'organizations.on-account-revoked': line('members: billing', 'It orders in advance again.'),
  'organizations.place-changed': line('the person', 'They got another role or billing right.'),
  'organizations.member-removed': line('the person', 'Somebody removed them.'),
  'organizations.second-factor-reminder': line('the person', 'Asked for a second factor.'),
  'organizations.invited': line('the address', 'An organization invites whoever reads it.'),
  'organizations.invitation-accepted': line('the person', 'Whom they invited accepted.'),
  'organizations.invitation-declined': line('the person', 'Whom they invited declined.'),
  'organizations.policy-changed': line('every member', 'The security rules changed.'),
  'organizations.policy-reminder': line('members concerned', 'They still lack a second factor.'),
  'organizations.you-left': line('the person', 'They left an organization.'),
  'organizations.member-left': line('members: identity', 'Somebody left the organization.'),
  'organizations.rights-gained': line('the person', 'They may use products from now on.'),
  'organizations.rights-lost': line('the person', 'A grant or a team of theirs ended.'),
  'organizations.contact-changed': line('the person', 'Somebody else chose what they read.'),

  'billing.pro-forma-ready': line('members: billing', 'An order waits for its money.'),
  'billing.invoice-issued': line('members: billing', 'An invoice was issued and is unpaid.'),
  'billing.invoice-paid': line('members: billing', 'An invoice was paid.'),
  'billing.money-on-prepaid': line('members: billing', 'Money came that fitted no document.'),

  'subscriptions.order-received': line('the person', 'They placed an order.'),
  'subscriptions.order-cancelled': line('members: billing', 'An order was cancelled.'),
  'subscriptions.product-active': line('members: products', 'A product runs.'),
  'subscriptions.product-left': line('members: products', 'A product moved away.'),
  'subscriptions.product-arrived': line('members: products', 'A product came.'),
  'subscriptions.place-given': line('the person', 'Somebody let them into a suite.'),
  'subscriptions.place-withdrawn': line('the person', 'Somebody took them out of it.'),
};
