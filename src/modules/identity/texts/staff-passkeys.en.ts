/** What the provider's people sign in with, and how they begin. */
export const staffPasskeyRefusals = {
  'staff-passkey-needed':
    'Staff sign in with a passkey here. Nothing was changed. Add a passkey under Security; until then nothing else is open to you.',
  'attestation-missing':
    'This authenticator does not say which model it is, and only named models count for staff. Nothing was added. Use one that your administrator named, and allow the browser to see its make and model.',
  'attestation-untrusted':
    'Nobody whom your provider trusts vouches for this authenticator. Nothing was added. Use one that your administrator named; if it is one, show them this message.',
  'passkey-model-not-allowed':
    'This authenticator is of the model {{model}}, which is not on your provider’s list. Nothing was added. Use one that is, or ask whoever runs the server to add it.',
  'beginning-needed':
    'A first method wants the code that an administrator gives you. Nothing was added. Enter it, or ask them for one.',
  'beginning-wrong':
    'This code is not right, was used, is older than three days, or another one was given since. Nothing was added. Look at it again, or ask an administrator for a new one.',
  'staff-unknown': 'This member of staff is not there any more. Nothing was changed.',
  'not-oneself':
    'Nobody opens their own way in. Nothing was changed. Ask another administrator, or whoever runs the server.',
} as const;

export const staffPasskeyActions = {
  'staff-begins-anew': 'Staff member may set up a first method: {{about}}. Reason: {{reason}}',
} as const;

export const staffPasskeyPages = {
  'staff-door': {
    nothing: 'Nothing on this account can be proven now',
    'nothing-why':
      'What you signed in with was reported as lost. Ask another administrator to let you begin anew, or whoever runs the server.',
    'stop-title': 'A passkey is needed here',
    stop: 'Staff sign in with a passkey. Add yours; until then nothing else is open to you.',
    'demanded-passkey': 'Staff sign in with a passkey. Add yours; nothing else is open until then.',
    demanded: 'Staff sign in with two factors. Add a passkey or a code app first.',
    uncounted: '{{label}} does not open your work any more',
    'uncounted-why':
      'It says who you are when you sign in, and nothing else. Add what counts here, then remove it.',
    'replaced-why': 'Another method of yours is asked for instead. Remove it.',
    'does-not-count': 'Not accepted any more',
    named:
      'Only authenticators that your provider named count. Allow the browser to see make and model when it asks.',
    code: 'Code from your administrator',
    'code-hint': 'You need it once, for your first method. It counts for three days.',
    'no-codes': 'There are no emergency codes for staff here',
    'no-codes-why':
      'A code can be asked for on a false page, a passkey cannot. Keep a second passkey instead; if all are lost, another administrator lets you begin anew.',
    'one-only-why': 'You have one. If it is lost, another administrator has to let you begin anew.',
    held: 'It is the last that opens your work. Add another one first.',
    'lose-only':
      'It is the only one. When your session ends, another administrator has to let you begin anew.',
  },
  colleagues: {
    title: 'Staff',
    subtitle: 'Who works here, and what each of them signs in with.',
    none: 'Nobody works here yet.',
    person: 'Person',
    role: 'Role',
    methods: 'Signs in with',
    password: 'The password only',
    uncounted: 'not accepted any more',
    disabled: 'Disabled',
    until: 'May begin until {{until}}',
    anew: 'Let them begin anew',
    'anew-title': 'Let {{name}} begin anew',
    'anew-lost': 'What {{name}} signs in with now ends, and so do all sessions.',
    'anew-kept': 'The account, its role and its password stay.',
    'anew-check': 'Be sure that it is {{name}} who asks you: see or call them.',
    reason: 'Reason',
    'reason-hint': 'It stands in the log, e.g. “lost their key, I called them back”.',
    submit: 'End their methods and show the code',
    yourself: 'Another administrator does this for you.',
    code: 'Code',
    'code-title': 'Give {{name}} this code',
    'code-why':
      'In person or by phone, never by mail. {{name}} signs in with the password, opens Security and enters it with the first passkey. It counts once, until {{until}}, and is shown this once.',
    done: 'I have given it',
  },
} as const;
