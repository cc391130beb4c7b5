import type { Module } from '#platform/module.ts';
import type { Mailer } from '#platform/mail/mailer.ts';
import type { SmsGateway } from '#platform/sms/gateway.ts';
import { deliveryJobs } from './delivery/delivery.jobs.ts';
import { messageRoutes } from './outbox/message.routes.ts';
import { smsJobs } from './sms/sms.jobs.ts';
import { smsRoutes } from './sms/sms.routes.ts';

/** Without a mailer messages are kept and read in the portal. */
export function messagesModule(mailer?: Mailer, gateway?: SmsGateway): Module {
  return {
    name: 'messages',
    routes: [...messageRoutes, ...smsRoutes],
    jobs: [...deliveryJobs(mailer), ...smsJobs(gateway)],
  };
}
