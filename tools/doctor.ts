// npm run doctor: looks at everything Atrio needs and says, one line each, what is well and what
// to do.
import { existsSync } from 'node:fs';
import { access, constants, mkdir, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { toDecimal } from '#kernel/money.ts';
import { openDatabase } from '#platform/database/database.ts';
import { openInstance } from '#platform/database/instance.ts';
import { provenKeys } from '#platform/keys/canary.ts';
import { loadKeys } from '#platform/keys/load-keys.ts';
import { webhookGateway } from '#platform/sms/webhook-gateway.ts';
import { smtpMailer } from '#platform/mail/smtp-mailer.ts';
import { settingsFrom } from '#platform/process/environment.ts';
import { troubleOf } from '#platform/process/trouble.ts';
import type { Settings } from '#platform/settings.ts';

let problems = 0;

/** What a check says when all is well; what it throws becomes the problem's line. */
async function look<T>(name: string, check: () => Promise<readonly [said: string, found: T]>) {
  try {
    const [said, found] = await check();
    console.log(`ok       ${name}: ${said}`);
    return found;
  } catch (error) {
    problems += 1;
    console.log(`PROBLEM  ${name}: ${sentenceOf(error)}`);
    return undefined;
  }
}

const settings = await look('settings', async () => {
  const read = settingsFrom(process.env);
  return [`read; Atrio answers at ${read.origin}`, read];
});
if (settings) await lookAll(settings);
process.exitCode = problems > 0 ? 1 : 0;
console.log(problems === 0 ? 'Everything is well.' : `${problems} to mend.`);

async function lookAll(chosen: Settings): Promise<void> {
  await look('storage', () => storage(chosen.dataFolder));
  const keys = await look('keys', async () => {
    const loaded = await loadKeys(chosen);
    return [`${loaded.publicKeys.size} given, ${loaded.currentKid} seals`, loaded];
  });
  const isNew = chosen.embedded && !existsSync(join(chosen.dataFolder, 'postgresql'));
  if (isNew) console.log('ok       database: none yet; the first start makes it');
  const instance = isNew
    ? undefined
    : await look('database', async () => {
        const opened = await openInstance(chosen);
        try {
          return [await serverOf(opened.url), opened];
        } catch (error) {
          await opened.stop();
          throw error;
        }
      });
  if (instance) {
    await look('clock', () => clock(instance.url));
    if (keys) {
      await look('sealed secrets', async () => {
        const database = openDatabase(instance.url, { max: 1 });
        try {
          await provenKeys(database, keys);
        } finally {
          await database.close();
        }
        return ['the keys open them', undefined];
      });
    }
    await instance.stop();
  }
  await look('mail', () => mail(chosen));
  await look('texts', () => texts(chosen));
}

async function storage(folder: string): Promise<readonly [string, void]> {
  await mkdir(folder, { recursive: true });
  await access(folder, constants.W_OK);
  const { bavail, bsize } = await statfs(folder);
  const gigabytes = (bavail * bsize) / 1e9;
  if (gigabytes < 1)
    throw new Error(`${folder} has ${gigabytes.toFixed(1)} GB left. Free some space.`);
  return [`${folder} is writable, ${gigabytes.toFixed(0)} GB free`, undefined];
}

async function serverOf(url: string): Promise<string> {
  const { rows } = await query<{ version: string; seen: string | null }>(
    url,
    `select current_setting('server_version') as version,
       to_regclass('platform.migration')::text as seen`,
  );
  const [row] = rows;
  if (Number.parseInt(row?.version ?? '0', 10) < 15) {
    throw new Error(`PostgreSQL ${row?.version} is too old. Atrio needs 15 or newer.`);
  }
  if (!row?.seen) throw new Error('it is empty. Start Atrio once, or run npm run migrate.');
  const pending = 'select count(*)::int as ran from platform.migration';
  const ran = await query<{ ran: number }>(url, pending);
  return `PostgreSQL ${row.version}, ${ran.rows[0]?.ran} migrations`;
}

/** The database’s clock and this machine’s must agree: sessions and links end by them. */
async function clock(url: string): Promise<readonly [string, void]> {
  const before = Date.now();
  const { rows } = await query<{ at: Date }>(url, 'select clock_timestamp() as at');
  const apart = Math.abs((rows[0]?.at.getTime() ?? 0) - (before + Date.now()) / 2) / 1000;
  if (apart > 2) {
    throw new Error(
      `the clock of the database is ${apart.toFixed(0)} s off this machine's. Run NTP on both.`,
    );
  }
  return ['this machine and the database agree', undefined];
}

async function mail({ smtpUrl, mailFrom, brand }: Settings): Promise<readonly [string, void]> {
  if (smtpUrl === undefined)
    return ['no server is set: mails are kept and shown in the portal', undefined];
  const mailer = smtpMailer(smtpUrl, { mailFrom, brand });
  try {
    await mailer.verify();
  } finally {
    mailer.close();
  }
  return [`${new URL(smtpUrl).host} accepts mail from ${mailFrom}`, undefined];
}

/** Looks whether the gateway is there; no text leaves. */
async function texts(chosen: Settings): Promise<readonly [string, void]> {
  const { smsUrl: url, smsSecret: secret, smsDailyMinor: minor, smsCurrency: currency } = chosen;
  if (url === undefined || secret === undefined) {
    return ['no gateway is set: none leave; a demo shows them in its mailbox', undefined];
  }
  const { host } = new URL(url);
  try {
    await webhookGateway({ url, secret }).verify();
  } catch (error) {
    const why = error instanceof TypeError ? 'nobody answers there' : sentenceOf(error);
    throw new Error(`${host}: ${why}. Look at ATRIO_SMS_URL and at the gateway.`, { cause: error });
  }
  const countries = chosen.smsCountries.map(({ country }) => country).join(', ');
  const most = `${toDecimal({ minor, currency })} ${currency}`;
  return [`${host} answers; ${countries} get texts, for at most ${most} a day`, undefined];
}

async function query<Row extends pg.QueryResultRow>(url: string, text: string) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  await client.connect();
  try {
    return await client.query<Row>(text);
  } finally {
    await client.end();
  }
}

function sentenceOf(error: unknown): string {
  const trouble = troubleOf(error);
  const isStack = error instanceof Error && trouble === error.stack;
  return isStack ? error.message : trouble;
}
