import { sql } from 'kysely';
import type { Instant } from '#kernel/calendar.ts';
import type { Tx } from '#platform/database/tx.ts';
import { identity } from '../../tables.generated.ts';

/**
 * Keeps of old sessions only roughly where they came from: /24 of IPv4, /48 of IPv6. A few at a
 * time; gives how many. What is no address stays, as it tells nothing.
 */
export async function shortenPrefixes(
  tx: Tx,
  { before, limit }: { before: Instant; limit: number },
): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    update identity.session as s
    set prefix = network(set_masklen(s.prefix::inet,
      case family(s.prefix::inet) when 4 then 24 else 48 end))::text
    where s.id = any(array(
      select id from identity.session
      where created_at < ${before} and prefix not like '%/24' and prefix not like '%/48'
        and prefix ~ '^[0-9a-f.:]+(/[0-9]+)?$'
      order by created_at limit ${limit}))`.execute(identity(tx));
  return Number(numAffectedRows);
}
