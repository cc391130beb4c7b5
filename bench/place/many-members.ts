import type pg from 'pg';

/** Members of an organization by the thousand, each an account of their own, as rows. */
export async function addMembers(
  pool: pg.Pool,
  { organization, count }: { readonly organization: string; readonly count: number },
): Promise<void> {
  await pool.query(
    `with people as (
      insert into identity.user (id, first_name, last_name, address, address_key,
        address_proven_at, language, country, created_at)
      select gen_random_uuid(), 'Person', 'Number ' || i, 'p' || i || '@' || $1 || '.example',
        'p' || i || '@' || $1 || '.example', '2026-01-01', 'en', 'CH',
        '2026-01-01'::timestamptz + i * interval '1 second'
      from generate_series(1, $2::integer) as i returning id, created_at)
    insert into organizations.member (organization_id, user_id, role, joined_at)
    select $1::uuid, id, 'collaborator', created_at from people`,
    [organization, count],
  );
  await pool.query('vacuum analyze organizations.member');
  await pool.query('vacuum analyze identity.user');
}
