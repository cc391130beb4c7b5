export { messagesModule } from './module.ts';
export type { Message, MessageId, Recipient } from './outbox/message.rules.ts';
export { queue } from './outbox/queue.ts';
export { mailTo } from './outbox/read-messages.ts';
export type { Format } from './templates/format.rules.ts';
export { letterheadOf } from './templates/letterhead.ts';
export type { Letterhead } from './templates/letterhead.rules.ts';
export { defineLetter, type Content, type Letter } from './templates/letter.rules.ts';
