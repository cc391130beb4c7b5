/** Refusals of the recovery address. */
export const recoveryRefusals = {
  'recovery-is-login':
    'You sign in with this address. Nothing was changed; a recovery address is of use only if it is another one.',
  'recovery-is-present': 'This is your recovery address already. Nothing was changed.',
  'recovery-code-wrong':
    'That is not the code that we sent last, or it is older than 15 minutes, or there were five wrong ones. Nothing was changed; look at the mail again, or ask for another code.',
  'recovery-unknown':
    'There is no such address any more: it was replaced or removed, or its code grew too old. The page has been read anew.',
} as const;

/** What the log says of it. */
export const recoveryActions = {
  'recovery-address-asked': 'Code mailed to a new recovery address',
  'recovery-code-resent': 'Another code mailed to a new recovery address',
  'recovery-address-set': 'Recovery address set',
  'recovery-address-replaced': 'Recovery address replaced',
  'recovery-address-removed': 'Recovery address removed',
  'recovery-address-restored': 'Recovery address of before is back: a sign-in was not its owner’s',
  'recovery-address-undone': 'Recovery address taken off: a sign-in was not its owner’s',
  'reset-requested-elsewhere': 'Link for a new password requested at the recovery address',
  'reset-not-sent': 'Link at a recovery address requested: none was sent, for none counts',
  'password-reset-by-recovery': 'Password set anew with a link to the recovery address',
} as const;

export const recoveryPages = {
  recovery: {
    title: 'Recovery e-mail',
    subtitle: 'A second mailbox of yours, for the day on which you cannot read the first.',
    none: 'None. If you lose your mailbox, nobody can send you a link or a warning.',
    why: 'We write to it when something changes that protects your account, and it can get a link for a new password.',
    present: 'Present address',
    address: 'Address',
    confirmed: 'Confirmed on',
    counts: 'For new passwords',
    'counts-now': 'yes',
    'counts-from': 'from {{day}}',
    'former-title': 'Addresses before',
    former: 'Still told until {{day}}',
    'counts-note':
      'A new address gets no link for a new password before {{day}}: so a stranger who changed it gains nothing while you hear of it.',
    set: 'Add an address',
    modify: 'Modify',
    remove: 'Remove',
    'remove-title': 'Remove the recovery address?',
    'remove-lost': 'No link for a new password goes there any more.',
    'remove-kept': 'It is told for 30 days more what happens to your account.',
    'remove-confirm': 'Remove the address',
    removed: 'Recovery address removed',
    new: 'New address',
    'new-title': 'Add a recovery address',
    'change-title': 'Change the recovery address',
    'new-hint': 'Another mailbox than {{address}}, and one that others cannot read.',
    save: 'Save',
    'is-login': 'You sign in with this one. Choose another mailbox.',
    'is-present': 'This is your recovery address already.',
    sent: 'We mailed a code to {{address}}. It works once, for 15 minutes.',
    code: 'Code from the mail',
    'code-hint': 'Six digits.',
    confirm: 'Confirm',
    resend: 'Send another code',
    resent: 'Another code is on its way; the one before is worth nothing.',
    'other-address': 'Use another address',
    done: 'Your recovery address is confirmed',
    back: 'Security',
  },
  'recover-to': {
    label: 'Where do we send the link?',
    login: 'To this address',
    recovery: 'To my recovery address',
    'recovery-note':
      'For when you cannot read that mailbox. Leave the address you sign in with in the field above.',
    sent: 'If {{address}} has an account with a recovery address that counts, a link is on its way there. It works once, for 60 minutes. If there is none, we write to {{address}}.',
  },
} as const;
