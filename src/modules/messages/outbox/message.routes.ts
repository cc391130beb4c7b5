import { serve } from '#platform/http/route.ts';
import {
  listMyMessages,
  listSentMessages,
  readMyMessage,
  readStaffMailboxMessage,
  staffMailbox,
} from './message.contract.ts';
import {
  listAllMessages,
  listMailbox,
  listOwnMessages,
  readMailboxMessage,
  readOwnMessage,
} from './read-messages.ts';

export const messageRoutes = [
  serve(listMyMessages, ({ tx, actor, query }) => listOwnMessages(tx, actor.userId, query)),
  serve(readMyMessage, ({ tx, actor, params }) =>
    readOwnMessage(tx, actor.userId, params.messageId),
  ),
  serve(listSentMessages, ({ tx, query }) => listAllMessages(tx, query)),
  serve(staffMailbox, ({ tx, query }) => listMailbox(tx, query)),
  serve(readStaffMailboxMessage, ({ tx, params }) => readMailboxMessage(tx, params.messageId)),
];
