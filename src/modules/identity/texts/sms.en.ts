/** Why a text was not sent, or its code not accepted. */
export const smsRefusals = {
  'sms-off':
    'No codes are sent by text here. Use Atrio Authenticator, a code app or a passkey instead.',
  'sms-number-unusable':
    'This is no mobile number that gets texts. Nothing was sent; write it with its country, such as +41 79 …',
  'sms-country':
    'We send texts to mobile numbers of {{countries}} only, and this one belongs to another country. Nothing was sent. Use Atrio Authenticator or any code app (OTP) instead: both work everywhere.',
  'sms-often':
    'Enough texts have left for this number or your account. Nothing was sent; the next one can leave on {{freeAt}}. Use another method meanwhile.',
  'sms-stopped':
    'Texts to this number are stopped for now: too many codes that went to numbers like it ({{countries}}) were never used. Nothing was sent and nothing else has changed. Use another method; the provider is looking into it.',
  'sms-spent':
    'The texts that the provider pays for in a day, to {{countries}} or to all countries, are used up. Nothing was sent and nothing else has changed. Use another method, or try again tomorrow.',
  'sms-code-wrong':
    'That was not the newest code, it is older than five minutes, or five tries were wrong. Nothing was added; have a new code sent.',
  'second-factor-stale':
    'This organization asks for a second factor. Your code by text was longer than a day ago and counts at sign-in only: sign out and in again, or add a passkey or a code app under My account, Security.',
} as const;

/** What happened with texts, in the person's log. */
export const smsActions = {
  'code-texted': 'Code sent by text to {{about}}',
} as const;

/** What the pages say about texts. */
export const smsPages = {
  sms: {
    add: 'Text message',
    why: 'A code by text after the password. Better than the password alone, and the weakest of the methods.',
    do: 'Add a number',
    change: 'Change the number',
    'stronger-title': 'Safer, and as quick',
    stronger: 'A passkey or a code app works without a network, and nobody can take it over.',
    'use-stronger': 'Choose another method',
    risk: 'Phone numbers can be moved to another SIM card by deceiving the phone company, and texts can be read on the way. A text never confirms changes that protect your account.',
    countries:
      'Mobile numbers of {{countries}}. With any other number, use Atrio Authenticator or a code app.',
    'not-offered': 'No texts are sent here. Use Atrio Authenticator, a code app or a passkey.',
    unusable:
      'Codes cannot be sent to {{number}} any more: we send them to numbers of {{countries}} only. Add Atrio Authenticator or a code app now.',
    paused:
      'No codes are sent to {{number}} for now: too many that went to numbers like it were never used. Use your other methods, or add Atrio Authenticator or a code app.',
    number: 'Mobile number',
    'number-hint': 'With its country, such as +41 79 123 45 67.',
    send: 'Send the code',
    again: 'Send a new code',
    sent: 'We sent a code to {{number}}. It counts for five minutes; only the newest one does.',
    confirm: 'Confirm',
    'other-number': 'Send again, or to another number',
    added: 'Number added',
    'ask-why': 'We text a code to the number that you set up.',
  },
} as const;
