// Every setting of the operator: one definition for reading, checking and the table of the README.
import ipaddr from 'ipaddr.js';
import { z } from 'zod';
import { exponents, type Currency } from '#kernel/money.ts';
import { staffVariables } from './staff-variables.ts';
import { list, variable } from './variable.ts';

/** Where browsers treat plain HTTP as safe. */
export function isThisMachine(hostname: string): boolean {
  return /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname);
}

/** A name, all names below one, or the whole origin of a service that is tried out here. */
function isPushHost(text: string): boolean {
  if (/^(\*\.)?([a-z0-9-]+\.)*[a-z]{2,}$/.test(text)) return true;
  return (
    URL.canParse(text) && isThisMachine(new URL(text).hostname) && new URL(text).origin === text
  );
}

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(new RegExp(`^\\d{1,${String(most).length}}$`))
    .transform(Number)
    .refine((number) => number >= least && number <= most);

const onOff = z.enum(['on', 'off']).transform((text) => text === 'on');
const postgresUrl = z.url({ protocol: /^postgres(ql)?$/ });

/** Begins with https and names nothing below the host. */
const isOrigin = (text: string): boolean =>
  URL.canParse(text) && text.startsWith('https://') && new URL(text).origin === text;

const textPrice = /^([A-Z]{2})(?:=(\d{1,6})\/(\d{1,9}))?$/;

/** A country that stands alone is dear, so that a price that was forgotten costs nothing. */
function textPriceOf(text: string) {
  const [, country = '', price = '15', cap = '3000'] = textPrice.exec(text) ?? [];
  return { country, priceMinor: BigInt(price), capMinor: BigInt(cap) };
}

export const variables = {
  port: variable({
    name: 'PORT',
    about: 'The port that Atrio serves on.',
    allowed: 'a whole number from 1 to 65535',
    schema: wholeNumber(1, 65_535),
    fallback: '3000',
  }),
  host: variable({
    name: 'ATRIO_HOST',
    about: 'The address that Atrio listens on; `0.0.0.0` for all.',
    allowed: '`localhost` or an IP address of this machine',
    schema: z.string().refine((host) => host === 'localhost' || ipaddr.isValid(host)),
    fallback: 'localhost',
  }),
  origin: variable({
    name: 'ATRIO_ORIGIN',
    about: 'The public address, as people type it. Links in mails and origin checks use it.',
    allowed: 'an address such as https://portal.example, without a path',
    schema: z
      .url({ protocol: /^https?$/ })
      .refine((text) => new URL(text).href === `${text.replace(/\/$/, '')}/`)
      .transform((text) => new URL(text).origin),
    shownDefault: '`http://localhost:PORT`',
  }),
  insecureHttp: variable({
    name: 'ATRIO_INSECURE_HTTP',
    about:
      'Allows plain HTTP outside localhost, with weaker cookies and a banner. Never in production.',
    allowed: '`on` or `off`',
    schema: onOff,
    fallback: 'off',
  }),
  trustedProxies: variable({
    name: 'ATRIO_TRUSTED_PROXIES',
    about: 'Addresses or networks of proxies whose `X-Forwarded-*` headers are believed.',
    allowed: 'IP addresses or networks such as 10.0.0.0/8, separated by commas',
    schema: list.refine((all) =>
      all.every((one) => ipaddr.isValid(one) || ipaddr.isValidCIDR(one)),
    ),
    fallback: '',
    shownDefault: 'none',
  }),
  dataFolder: variable({
    name: 'ATRIO_DATA',
    about: 'The folder of the embedded database, of stored files and of the keys file.',
    allowed: 'a path',
    schema: z.string().min(1),
    fallback: './data',
  }),
  databaseUrl: variable({
    name: 'DATABASE_URL',
    about: 'A PostgreSQL 15 or newer for the application’s role. Absent: the embedded database.',
    allowed: 'an address such as postgresql://user:password@host:5432/atrio',
    schema: postgresUrl,
    shownDefault: 'embedded database',
    secret: true,
  }),
  migrationUrl: variable({
    name: 'ATRIO_MIGRATION_URL',
    about: 'The same database for the role that owns it and changes its schema.',
    allowed: 'an address such as postgresql://owner:password@host:5432/atrio',
    schema: postgresUrl,
    shownDefault: '`DATABASE_URL`',
    secret: true,
  }),
  demo: variable({
    name: 'ATRIO_DEMO',
    about:
      'Loads the demo provider. `auto`: on with the embedded database, off with `DATABASE_URL`.',
    allowed: '`on`, `off` or `auto`',
    schema: z.enum(['on', 'off', 'auto']),
    fallback: 'auto',
  }),
  keys: variable({
    name: 'ATRIO_KEYS',
    about: 'Keys for secrets at rest, `id:base64` each with 32 random bytes; the first is current.',
    allowed: 'keys such as k2:BASE64,k1:BASE64 (`openssl rand -base64 32` makes one)',
    schema: z.string().min(1),
    shownDefault: 'the file `keys` in `ATRIO_DATA`, made at first start (embedded only)',
    secret: true,
  }),
  keysFile: variable({
    name: 'ATRIO_KEYS_FILE',
    about: 'A file that holds what `ATRIO_KEYS` would.',
    allowed: 'a path',
    schema: z.string().min(1),
    shownDefault: 'none',
  }),
  smtpUrl: variable({
    name: 'ATRIO_SMTP_URL',
    about: 'Where mail leaves. Absent: mails are kept and shown, not sent.',
    allowed: 'an address such as smtps://user:password@mail.example or smtp://localhost:25',
    schema: z.url({ protocol: /^smtps?$/ }),
    shownDefault: 'none',
    secret: true,
  }),
  mailFrom: variable({
    name: 'ATRIO_MAIL_FROM',
    about: 'The sender of every mail.',
    allowed: 'a mail address',
    schema: z.email(),
    fallback: 'portal@localhost.localdomain',
  }),
  smsUrl: variable({
    name: 'ATRIO_SMS_URL',
    about:
      'A gateway that takes texts to phones as signed POSTs. Absent: none are offered; a demo keeps them.',
    allowed: 'an address such as https://sms.example/texts (http:// on this machine only)',
    schema: z
      .url({ protocol: /^https?$/ })
      .refine((text) => !text.startsWith('http:') || isThisMachine(new URL(text).hostname)),
    shownDefault: 'none',
    secret: true,
  }),
  smsSecret: variable({
    name: 'ATRIO_SMS_SECRET',
    about: 'Signs what that gateway gets (HMAC-SHA-256, as in standardwebhooks.com).',
    allowed: 'a text of at least 32 characters',
    schema: z.string().min(32),
    shownDefault: 'none',
    secret: true,
  }),
  smsCountries: variable({
    name: 'ATRIO_SMS_COUNTRIES',
    about:
      'Countries that get texts, each with what a text and at most a day costs, in minor units.',
    allowed: 'countries with a price and a daily cap that is no less, such as CH=8/4000,FR=7/4000',
    schema: list
      .refine((all) => all.length > 0 && all.every((one) => textPrice.test(one)))
      .transform((all) => all.map(textPriceOf))
      .refine((all) => all.every(({ priceMinor, capMinor }) => priceMinor <= capMinor))
      .refine((all) => new Set(all.map(({ country }) => country)).size === all.length),
    fallback: 'CH=8/4000,FR=7/4000,BE=9/4000,DE=9/4000',
  }),
  smsDailyMinor: variable({
    name: 'ATRIO_SMS_DAILY_BUDGET',
    about:
      'What the codes of a day may cost together, in minor units; notices may cost a fifth of it on top.',
    allowed: 'a whole number of up to nine digits',
    schema: wholeNumber(0, 999_999_999).transform(BigInt),
    fallback: '10000',
  }),
  smsCurrency: variable({
    name: 'ATRIO_SMS_CURRENCY',
    about: 'In which currency the gateway bills texts.',
    allowed: 'a currency such as CHF or EUR',
    schema: z.enum(Object.keys(exponents) as [Currency, ...Currency[]]),
    fallback: 'CHF',
  }),
  pushHosts: variable({
    name: 'ATRIO_PUSH_HOSTS',
    about: 'Push services that may be asked to wake phones; `*.` stands for all below a name.',
    allowed:
      'hosts such as fcm.googleapis.com or *.push.apple.com, separated by commas; ' +
      'on this machine with http:// and a port',
    schema: list.refine((all) => all.every(isPushHost)),
    fallback:
      'fcm.googleapis.com,*.push.services.mozilla.com,*.notify.windows.com,*.push.apple.com',
    shownDefault: '`fcm.googleapis.com` and those of Mozilla, Microsoft and Apple',
  }),
  placesFile: variable({
    name: 'ATRIO_PLACES_FILE',
    about:
      'A file in MaxMind’s format (City) that says where addresses are. Absent: no place is shown.',
    allowed: 'a path',
    schema: z.string().min(1),
    shownDefault: 'none',
  }),
  passkeyOrigins: variable({
    name: 'ATRIO_PASSKEY_ORIGINS',
    about: 'Other addresses of yours at which browsers may use the passkeys of this one.',
    allowed: 'origins such as `https://mail.example`, with commas between them',
    schema: list.refine((all) => all.every(isOrigin)),
    fallback: '',
    shownDefault: 'none',
  }),
  anonymisersFile: variable({
    name: 'ATRIO_ANONYMISERS_FILE',
    about:
      'A list of addresses and prefixes, one a line, that hide where somebody is. ' +
      'A sign-in from there is told to its owner.',
    allowed: 'a path',
    schema: z.string().min(1),
    shownDefault: 'none',
  }),
  proofOfWorkFrom: variable({
    name: 'ATRIO_PROOF_OF_WORK_FROM',
    about:
      'After how many tries a minute of one network browsers work before the next; 30: in attacks only.',
    allowed: 'a whole number from 1 to 30',
    schema: wholeNumber(1, 30),
    fallback: '10',
  }),
  ...staffVariables,
  role: variable({
    name: 'ATRIO_ROLE',
    about: 'What this process does: answer requests, run jobs, or both.',
    allowed: '`web`, `worker` or `both`',
    schema: z.enum(['web', 'worker', 'both']),
    fallback: 'both',
  }),
  logLevel: variable({
    name: 'ATRIO_LOG_LEVEL',
    about: 'How much is written to the log; one JSON line each.',
    allowed: '`silent`, `error`, `warn`, `info` or `debug`',
    schema: z.enum(['silent', 'error', 'warn', 'info', 'debug']),
    fallback: 'warn',
  }),
  metricsToken: variable({
    name: 'ATRIO_METRICS_TOKEN',
    about: 'Lets other machines read `/metrics` with `Authorization: Bearer …`.',
    allowed: 'a text of at least 16 characters',
    schema: z.string().min(16),
    shownDefault: 'none: only this machine',
    secret: true,
  }),
  maxUploadBytes: variable({
    name: 'ATRIO_MAX_UPLOAD_MB',
    about: 'The largest file that can be uploaded, in megabytes.',
    allowed: 'a whole number from 1 to 4096',
    schema: wholeNumber(1, 4096).transform((megabytes) => megabytes * 1024 * 1024),
    fallback: '512',
  }),
  brand: variable({
    name: 'ATRIO_BRAND',
    about: 'The provider’s name, in pages and mails.',
    allowed: 'a name of 1 to 60 characters',
    schema: z.string().trim().min(1).max(60),
    fallback: 'Atrio',
  }),
} as const;

/** Read first, from the environment only. */
export const configFileVariable = 'ATRIO_CONFIG';
