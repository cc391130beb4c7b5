import { z } from 'zod';
import { messageId } from '../outbox/message.rules.ts';

/** How often a mail server is asked before a message counts as failed. */
export const mostTries = 8;

export const sending = z.object({ messageId });
