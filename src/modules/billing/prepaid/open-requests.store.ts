import { sql } from 'kysely';
import { toUuid, type OrganizationId } from '#kernel/ids.ts';
import type { Currency } from '#kernel/money.ts';
import type { Tx } from '#platform/database/tx.ts';
import { billing } from '../tables.generated.ts';

/** Whether an invoice or a pro-forma in a currency waits for its money. */
export async function isAskedFor(
  tx: Tx,
  { organizationId, currency }: { organizationId: OrganizationId; currency: Currency },
): Promise<boolean> {
  const { rows } = await sql<{ asked: boolean }>`
    select exists (
      select 1 from billing.invoice_standing as s join billing.invoice as i
        on i.organization_id = s.organization_id and i.id = s.invoice_id
      where s.organization_id = ${toUuid(organizationId)} and s.state = 'open'
        and i.currency = ${currency}
    ) or exists (
      select 1 from billing.pro_forma_standing as s join billing.pro_forma as p
        on p.organization_id = s.organization_id and p.id = s.pro_forma_id
      where s.organization_id = ${toUuid(organizationId)} and s.state = 'open'
        and p.currency = ${currency}
    ) as asked`.execute(billing(tx));
  return rows[0]?.asked === true;
}
