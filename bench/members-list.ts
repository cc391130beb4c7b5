// The first page of the list of members, of an organization with 10,000 and of one with 100: the
// ratio of their medians, asked in turn. A search and a filter through all of them for comparison.
// node bench/members-list.ts [members]
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { fromUuid, type OrganizationId } from '#kernel/ids.ts';
import { listMembers, type MemberQuery } from '#modules/organizations/members/list-members.ts';
import { openDatabase, type Within } from '#platform/database/database.ts';
import { startEmbedded } from '#platform/database/embedded.ts';
import { migrate } from '#platform/database/migrate.ts';
import { installJobs } from '#platform/jobs/install-jobs.ts';

const many = Number(process.argv[2] ?? 10_000);
const few = 100;
const wantedRatio = 1.3;
const rounds = 200;

const folder = await mkdtemp(join(tmpdir(), 'atrio-bench-members-'));
const embedded = await startEmbedded({ directory: join(folder, 'postgresql') });
try {
  const { url: ownerUrl, appUrl } = embedded;
  await migrate({ ownerUrl, appUrl, extra: installJobs });
  const large = await fill(ownerUrl, many);
  const small = await fill(ownerUrl, few);
  await analyze(ownerUrl);
  const database = openDatabase(appUrl, { max: 1 });
  const times = await inTurn(database.within, [large, small], { limit: 50 });
  const [ofMany = Number.NaN, ofFew = Number.NaN] = times;
  const ratio = ofMany / ofFew;
  console.log(
    `a page of 50: ${ofMany.toFixed(2)} ms of ${many}, ${ofFew.toFixed(2)} ms of ${few}: ` +
      `${ratio.toFixed(2)} × (allowed ${wantedRatio} ×)`,
  );
  for (const [name, query] of [
    ['the last member by name', { text: `person-${many}@`, limit: 50 }],
    ['nobody', { text: 'nobody at all', limit: 50 }],
    ['those with a second factor', { secondFactor: 'on', limit: 50 }],
  ] as const satisfies readonly (readonly [string, MemberQuery])[]) {
    const [searched = Number.NaN] = await inTurn(database.within, [large], query, 20);
    console.log(`${name}, of ${many}: ${searched.toFixed(1)} ms`);
  }
  await database.close();
  if (ratio > wantedRatio) process.exitCode = 1;
} finally {
  await embedded.stop();
  await rm(folder, { recursive: true, force: true });
}

/** The median of each, asked one after the other so that both meet the same moments. */
async function inTurn(
  within: Within,
  organizations: readonly OrganizationId[],
  query: MemberQuery,
  times = rounds,
): Promise<readonly number[]> {
  const measured = organizations.map((): number[] => []);
  for (let round = 0; round < times; round += 1) {
    for (const [index, organizationId] of organizations.entries()) {
      const began = performance.now();
      await within((tx) => listMembers(tx, organizationId, query), { readOnly: true });
      measured[index]?.push(performance.now() - began);
    }
  }
  return measured.map(median);
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}

/** An organization with so many members, three of whom are legal representatives. */
async function fill(url: string, members: number): Promise<OrganizationId> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ organization_id: string }>(
    `insert into organizations.organization (organization_id, customer_number, kind, name, country,
        currency, language, created_at, created_by)
      values (gen_random_uuid(), $1, 'company', 'Acme', 'CH', 'CHF', 'en', '2026-01-01',
        gen_random_uuid()) returning organization_id`,
    [500_000 + members],
  );
  const organization = rows[0]?.organization_id ?? '';
  await client.query(
    `with people as (
      insert into identity.user (id, first_name, last_name, address, address_key,
        address_proven_at, language, country, created_at)
      select gen_random_uuid(), 'Person', 'Number ' || i, 'person-' || i || '@' || $2 || '.example',
        'person-' || i || '@' || $2 || '.example', '2026-01-01', 'en', 'CH',
        '2026-01-01'::timestamptz + i * interval '1 second'
      from generate_series(1, $3::integer) as i returning id, created_at)
    insert into organizations.member (organization_id, user_id, role, joined_at)
    select $1, id, case when created_at <= '2026-01-01 00:00:03Z' then 'legal_representative'
      else 'collaborator' end, created_at from people`,
    [organization, `of-${members}`, members],
  );
  await client.end();
  return fromUuid('org', organization);
}

async function analyze(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('vacuum analyze organizations.member');
  await client.query('vacuum analyze identity.user');
  await client.end();
}
