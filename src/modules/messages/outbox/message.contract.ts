import { z } from 'zod';
import { contract, pageOf, paging } from '#kernel/contract.ts';
import { language } from '#kernel/language.ts';
import { messageId, messageStatuses } from './message.rules.ts';
import { messageNotFound, notASandbox } from './message.refusals.ts';

const row = z.object({
  messageId,
  letter: z.string(),
  subject: z.string(),
  address: z.string(),
  language,
  /** Printed at the foot of the message: proves that it is ours. */
  code: z.string(),
  status: z.enum(messageStatuses),
  queuedAt: z.iso.datetime(),
  sentAt: z.iso.datetime().optional(),
});

export const messageRow = row.meta({ id: 'MessageRow', description: 'A message we sent (B2).' });

export const sentMessageRow = row
  .extend({ problem: z.string().optional() })
  .meta({ id: 'SentMessageRow', description: 'A message as staff see it: delivery, never words.' });

export const messageOut = row
  .extend({ text: z.string(), html: z.string() })
  .meta({ id: 'Message', description: 'A message with what it says.' });

/** Words are left out where they hold a link that only the mailbox may know. */
export const myMessageOut = row
  .extend({ text: z.string().optional(), html: z.string().optional() })
  .meta({
    id: 'MyMessage',
    description: 'A message with what it says, unless it opens something.',
  });

export const listMyMessages = contract({
  name: 'listMyMessages',
  method: 'GET',
  path: '/account/messages',
  summary: 'Lists every message that was sent to you, the latest first.',
  permission: 'self',
  query: z.object({ ...paging, text: z.string().max(100).optional() }),
  returns: pageOf(messageRow),
});

export const readMyMessage = contract({
  name: 'readMyMessage',
  method: 'GET',
  path: '/account/messages/:messageId',
  summary: 'Gives one of your messages as it was sent; of one with a link, who, when and its code.',
  permission: 'self',
  params: z.object({ messageId }),
  returns: myMessageOut,
  refusals: [messageNotFound],
});

export const listSentMessages = contract({
  name: 'listSentMessages',
  method: 'GET',
  path: '/staff/messages',
  summary: 'Lists messages with their delivery, without what they say.',
  permission: 'staff.see',
  query: z.object({
    ...paging,
    text: z.string().max(100).optional(),
    status: z.enum(messageStatuses).optional(),
  }),
  returns: pageOf(sentMessageRow),
});

export const staffMailbox = contract({
  name: 'staffMailbox',
  method: 'GET',
  path: '/staff/mailbox',
  summary: 'Lists the development mailbox of a sandbox instance.',
  permission: 'staff.see',
  query: z.object({ ...paging, text: z.string().max(100).optional() }),
  returns: pageOf(sentMessageRow),
  refusals: [notASandbox],
});

export const readStaffMailboxMessage = contract({
  name: 'readStaffMailboxMessage',
  method: 'GET',
  path: '/staff/mailbox/:messageId',
  summary: 'Gives a message of the development mailbox of a sandbox instance.',
  permission: 'staff.see',
  params: z.object({ messageId }),
  returns: messageOut,
  refusals: [messageNotFound, notASandbox],
});
