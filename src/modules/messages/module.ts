import type { Module } from '#platform/module.ts';
import type { Mailer } from '#platform/mail/mailer.ts';
import { deliveryJobs } from './delivery/delivery.jobs.ts';
import { messageRoutes } from './outbox/message.routes.ts';

/** Without a mailer messages are kept and read in the portal. */
export function messagesModule(mailer?: Mailer): Module {
  return { name: 'messages', routes: messageRoutes, jobs: deliveryJobs(mailer) };
}
