/** What the pages of messages say. */
export const pages = {
  mine: {
    title: 'Messages',
    subtitle: 'Every mail we sent you. If a mail is not here, it is not from us.',
    empty: 'We have not written to you yet.',
  },
  mailbox: {
    title: 'Development mailbox',
    subtitle: 'Every mail and every text of this demo. None of them left it.',
    empty: 'No mail was written yet.',
  },
  sms: {
    title: 'Texts to phones',
    empty: 'No text was written yet.',
    said: 'Text',
    wiped: 'Wiped when it left',
  },
  list: {
    subject: 'Subject',
    code: 'Code',
    when: 'Sent',
    status: 'Status',
    search: 'Search by subject or address',
  },
  shown: {
    facts: 'Details',
    to: 'To',
    'mailbox-only': 'What it says is in your mailbox only',
    'mailbox-only-why':
      'It carries a link that acts on your account, and whoever gets hold of this page must not find it. A mail with this subject and the code below is from us.',
  },
  status: {
    queued: 'Waiting',
    sending: 'Being sent',
    sent: 'Sent',
    kept: 'Kept',
    failed: 'Failed',
  },
} as const;
