import { createTransport } from 'nodemailer';
import type { Settings } from '#platform/settings.ts';
import type { Mail, Mailer } from './mailer.ts';

export type SmtpMailer = Mailer & {
  /** Connects and signs in without sending; for the doctor. */
  verify(): Promise<void>;
  close(): void;
};

/** Sends through the operator's server; connections are kept and used again. */
export function smtpMailer(
  url: string,
  { mailFrom, brand }: Pick<Settings, 'mailFrom' | 'brand'>,
): SmtpMailer {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 3,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    // a letter is text: it never pulls files or pages into itself
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async (mail) => {
      await transport.sendMail({ from: { name: brand, address: mailFrom }, ...spelled(mail) });
    },
    verify: async () => {
      await transport.verify();
    },
    close: () => transport.close(),
  };
}

function spelled({ to, headers, ...mail }: Mail) {
  return {
    ...mail,
    to: { name: to.name ?? '', address: to.address },
    headers: { ...headers, 'Auto-Submitted': 'auto-generated' },
  };
}
