// Effective rights of a member with 50 teams and 5,000 grants: time in the database (planning and
// execution, as PostgreSQL measures itself), and the round trip as the application sees it.
import pg from 'pg';
import { fromUuid, type Id } from '#kernel/ids.ts';
import { heldBy, type AskedProducts } from '#modules/organizations/rights/held.store.ts';
import { openDatabase } from '#platform/database/database.ts';
import { migrate } from '#platform/database/migrate.ts';
import { startScratch } from '#platform/database/scratch.ts';
import { installJobs } from '#platform/jobs/install-jobs.ts';
import { milliseconds, type Bench, type Row } from '../row.ts';

const teams = 50;
const grants = 5000;
const wantedMs = 2;
const rounds = 200;

const questions = ['one product', 'all of them', 'whether there are any', 'a page of 50'] as const;

async function measured(ownerUrl: string, appUrl: string): Promise<readonly Row[]> {
  const { member, product, page } = await fill(ownerUrl);
  const asked: Record<(typeof questions)[number], AskedProducts> = {
    'one product': [product],
    'all of them': 'granted',
    'whether there are any': 'any',
    'a page of 50': page,
  };
  const rows: Row[] = [];
  for (const question of questions) {
    const { text, values } = await statementOf(appUrl, member, asked[question]);
    const database = await databaseTime(appUrl, text, values);
    const roundTrip = await roundTripTime(appUrl, member, asked[question]);
    rows.push({
      what: `rights of a member with ${teams} teams and ${grants} grants, ${question}`,
      ratio: database / wantedMs,
      of: `the wanted ${wantedMs} ms of the database`,
      bound: { most: 1 },
      figures: `${milliseconds(database)} planned and run, ${milliseconds(roundTrip)} there and back`,
    });
  }
  return rows;
}

export const bench: Bench = {
  measure: async () => {
    const scratch = await startScratch();
    try {
      const { url: ownerUrl, appUrl } = scratch;
      await migrate({ ownerUrl, appUrl, extra: installJobs });
      return await measured(ownerUrl, appUrl);
    } finally {
      await scratch.stop();
    }
  },
};

type Member = Parameters<typeof heldBy>[1];

/** The statement as the store sends it. */
async function statementOf(url: string, member: Member, asked: AskedProducts) {
  const database = openDatabase(url, { max: 1 });
  const sent: { text: string; values: unknown[] }[] = [];
  database.pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    Object.assign(client, {
      query: (text: unknown, values: unknown, ...rest: unknown[]) => {
        if (typeof text === 'string' && Array.isArray(values) && values.length > 0) {
          sent.push({ text, values });
        }
        return query(text, values, ...rest);
      },
    });
  });
  await database.within((tx) => heldBy(tx, member, asked), { readOnly: true });
  await database.close();
  const [statement] = sent;
  if (!statement || sent.length > 1) throw new Error(`${sent.length} statements instead of one`);
  return statement;
}

/** The median of planning and execution. */
async function databaseTime(url: string, text: string, values: unknown[]): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const explain = `explain (analyze, timing off, format json) ${text}`;
    const { rows } = await client.query<{ 'QUERY PLAN': Plan[] }>(explain, values);
    const [plan] = rows[0]?.['QUERY PLAN'] ?? [];
    times.push((plan?.['Planning Time'] ?? 0) + (plan?.['Execution Time'] ?? 0));
  }
  await client.end();
  return median(times);
}

type Plan = { readonly 'Planning Time': number; readonly 'Execution Time': number };

async function roundTripTime(url: string, member: Member, asked: AskedProducts): Promise<number> {
  const database = openDatabase(url, { max: 1 });
  const times: number[] = [];
  await database.within(
    async (tx) => {
      for (let round = 0; round < rounds; round += 1) {
        const began = performance.now();
        const held = await heldBy(tx, member, asked);
        times.push(performance.now() - began);
        if (!held?.hasGrants) throw new Error('nothing was found');
      }
    },
    { readOnly: true },
  );
  await database.close();
  return median(times);
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}

/** Two hundred organizations with grants, and one member who holds as much as is asked. */
async function fill(url: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    `insert into organizations.organization (organization_id, customer_number, kind, name, country,
        currency, language, created_at, created_by)
      select gen_random_uuid(), 500000 + i, 'company', 'Customer ' || i, 'CH', 'CHF', 'en',
        '2026-01-01', gen_random_uuid() from generate_series(1, 200) as i`,
  );
  await client.query(
    `insert into organizations.member (organization_id, user_id, role, joined_at)
      select organization_id, gen_random_uuid(), 'collaborator', '2026-01-01'
      from organizations.organization, generate_series(1, 20)`,
  );
  await client.query(
    `insert into organizations.product_grant
        (organization_id, member_id, subscription_id, access, granted_at, granted_by)
      select organization_id, user_id, gen_random_uuid(), 'see', '2026-01-01', user_id
      from organizations.member, generate_series(1, 20)`,
  );
  const { rows } = await client.query<{ organization_id: string; user_id: string }>(
    `select organization_id, user_id from organizations.member limit 1`,
  );
  const { organization_id: organization, user_id: user } = rows[0] ?? {};
  await client.query(
    `insert into organizations.team
        (organization_id, id, name, tint, created_at, created_by)
      select $1, gen_random_uuid(), 'Team ' || i, 0, '2026-01-01', $2
      from generate_series(1, $3::integer) as i`,
    [organization, user, teams],
  );
  await client.query(
    `insert into organizations.team_member
        (organization_id, team_id, user_id, leads, added_at, added_by)
      select organization_id, id, $1, false, '2026-01-01', $1 from organizations.team`,
    [user],
  );
  await client.query(
    `insert into organizations.product_grant
        (organization_id, team_id, subscription_id, access, granted_at, granted_by)
      select organization_id, id, gen_random_uuid(), case when i % 2 = 0 then 'see' else 'manage' end,
        '2026-01-01', created_by
      from organizations.team, generate_series(1, $1::integer) as i`,
    [Math.floor(grants / teams)],
  );
  const { rows: granted } = await client.query<{ subscription_id: string }>(
    `select subscription_id from organizations.product_grant
      where team_id is not null order by subscription_id limit 50`,
  );
  await client.query(
    `vacuum analyze organizations.product_grant, organizations.team, organizations.team_member,
      organizations.member`,
  );
  await client.end();
  const page = granted.map((row): Id<'sub'> => fromUuid('sub', row.subscription_id));
  const [product] = page;
  if (organization === undefined || user === undefined || product === undefined) {
    throw new Error('nothing was written');
  }
  const member = { organizationId: fromUuid('org', organization), userId: fromUuid('usr', user) };
  return { member, product, page };
}
