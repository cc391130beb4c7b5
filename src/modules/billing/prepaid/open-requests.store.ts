import { sql } from 'kysely';
import { toUuid, type OrganizationId } from '#kernel/ids.ts';
import { money, type Currency, type Money } from '#kernel/money.ts';
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

/** How many invoices wait for their money, and how much of it per currency. */
export async function unpaidInvoices(
  tx: Tx,
  organizationId: OrganizationId,
): Promise<{ count: number; amounts: readonly Money[] }> {
  const { rows } = await sql<{ currency: Currency; count: number; minor: bigint }>`
    select i.currency, count(*)::integer as count, sum(s.open_minor)::bigint as minor
    from billing.invoice_standing as s join billing.invoice as i
      on i.organization_id = s.organization_id and i.id = s.invoice_id
    where s.organization_id = ${toUuid(organizationId)} and s.state = 'open'
    group by i.currency order by i.currency`.execute(billing(tx));
  return {
    count: rows.reduce((total, row) => total + row.count, 0),
    amounts: rows.map((row) => money(row.minor, row.currency)),
  };
}
