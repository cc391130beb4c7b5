import { sql } from 'kysely';
import type { Tx } from '#platform/database/tx.ts';
import { billing } from '../tables.generated.ts';

/** Where something is not as it must be, and what it is. */
export type Fault = { readonly where: string; readonly what: string };

/** Invoices whose lines, tax rows, total or open amount do not fit together. */
export async function wrongAmounts(tx: Tx): Promise<readonly Fault[]> {
  const { rows } = await sql<Fault>`
    with line as (
      select organization_id, invoice_id, sum(net_minor) as net
      from billing.invoice_line group by 1, 2
    ), tax as (
      select organization_id, invoice_id, sum(base_minor) as base, sum(vat_minor) as vat
      from billing.invoice_vat group by 1, 2
    ), paid as (
      select organization_id, invoice_id, sum(minor) as minor
      from billing.allocation group by 1, 2
    )
    select 'invoice ' || i.number as where, format(
      'gross %s, net %s, vat %s, lines %s, bases %s, taxes %s, open %s, paid %s', i.gross_minor,
      i.net_minor, i.vat_minor, line.net, tax.base, tax.vat, s.open_minor, paid.minor) as what
    from billing.invoice as i
    left join line on line.organization_id = i.organization_id and line.invoice_id = i.id
    left join tax on tax.organization_id = i.organization_id and tax.invoice_id = i.id
    left join paid on paid.organization_id = i.organization_id and paid.invoice_id = i.id
    left join billing.invoice_standing as s
      on s.organization_id = i.organization_id and s.invoice_id = i.id
    where i.net_minor is distinct from line.net or i.net_minor is distinct from tax.base
      or i.vat_minor is distinct from tax.vat or s.gross_minor is distinct from i.gross_minor
      or s.open_minor is distinct from i.gross_minor - coalesce(paid.minor, 0)
    limit 100`.execute(billing(tx));
  return rows;
}

/** Tax rows that are not the sum of their lines. */
export async function wrongTax(tx: Tx): Promise<readonly Fault[]> {
  const { rows } = await sql<Fault>`
    select 'invoice ' || invoice_id as where,
      format('lines of %s %s have %s, its tax row %s', vat_code, basis_points, line.net, base_minor)
        as what
    from (
      select organization_id, invoice_id, vat_code, vat_country, basis_points, sum(net_minor) as net
      from billing.invoice_line group by 1, 2, 3, 4, 5
    ) as line
    full join billing.invoice_vat as tax
      using (organization_id, invoice_id, vat_code, vat_country, basis_points)
    where line.net is distinct from tax.base_minor limit 100`.execute(billing(tx));
  return rows;
}

/** What organizations owe, per currency, by their open invoices. */
export async function owedByInvoices(
  tx: Tx,
): Promise<readonly { organization_id: string; currency: string; minor: bigint }[]> {
  const { rows } = await sql<{ organization_id: string; currency: string; minor: bigint }>`
    select s.organization_id, i.currency, sum(s.open_minor)::bigint as minor
    from billing.invoice_standing as s join billing.invoice as i
      on i.organization_id = s.organization_id and i.id = s.invoice_id
    where s.state = 'open' group by 1, 2`.execute(billing(tx));
  return rows;
}

/** Prepaid lines with a hole, a wrong sum, or something less than nothing at any time (I6). */
export async function wrongPrepaid(tx: Tx): Promise<readonly Fault[]> {
  const { rows } = await sql<Fault>`
    select 'prepaid line ' || position || ' of ' || organization_id || ' in ' || currency as where,
      format('%s after %s leaves %s', minor, before, balance_after_minor) as what
    from (
      select *, lag(balance_after_minor, 1, 0::bigint) over in_order as before,
        row_number() over in_order as expected
      from billing.prepaid_line
      window in_order as (partition by organization_id, currency order by position)
    ) as line
    where position <> expected or balance_after_minor <> before + minor or balance_after_minor < 0
    limit 100`.execute(billing(tx));
  return rows;
}

/** The last line of each prepaid account. */
export async function lastPrepaid(
  tx: Tx,
): Promise<readonly { organization_id: string; currency: string; minor: bigint }[]> {
  const { rows } = await sql<{ organization_id: string; currency: string; minor: bigint }>`
    select distinct on (organization_id, currency)
      organization_id, currency, balance_after_minor as minor
    from billing.prepaid_line order by organization_id, currency, position desc`.execute(
    billing(tx),
  );
  return rows;
}

/** Series with a hole, a number without its invoice, or days that go back (I8). */
export async function wrongNumbers(tx: Tx): Promise<readonly Fault[]> {
  const { rows } = await sql<Fault>`
    select n.series || ' ' || n.year || ' ' || n.serial as where, case
      when i.id is null then 'it has no invoice'
      when n.serial <> n.expected then 'numbers are missing before it'
      else 'its day is before the day of its predecessor' end as what
    from (
      select *, row_number() over (partition by series, year order by serial) as expected
      from billing.invoice_number
    ) as n
    left join billing.invoice as i on i.organization_id = n.organization_id
      and i.id = n.invoice_id and i.year = n.year and i.serial = n.serial
    left join billing.invoice_number as m
      on m.series = n.series and m.year = n.year and m.serial = n.serial - 1
    left join billing.invoice as p on p.organization_id = m.organization_id and p.id = m.invoice_id
    where i.id is null or n.serial <> n.expected or p.issued_on > i.issued_on
    union all
    select series || ' ' || year, 'the counter is not at the last number'
    from billing.number_series as s where last_no <> (
      select count(*) from billing.invoice_number as n
      where n.series = s.series and n.year = s.year)
    union all
    select 'invoice ' || number, 'its number is not registered' from billing.invoice as i
    where not exists (select 1 from billing.invoice_number as n where n.series = 'invoice'
      and n.year = i.year and n.serial = i.serial and n.invoice_id = i.id)
    limit 100`.execute(billing(tx));
  return rows;
}

/** Documents whose reference says something else than they do. */
export async function wrongReferences(tx: Tx): Promise<readonly Fault[]> {
  const { rows } = await sql<Fault>`
    select 'invoice ' || i.number as where, 'its reference stands for something else' as what
    from billing.invoice as i join billing.payment_reference as r on r.ref = i.reference
    where r.kind <> 'invoice' or r.organization_id <> i.organization_id or r.subject_id <> i.id
    union all
    select 'pro-forma ' || p.id, 'its reference stands for something else'
    from billing.pro_forma as p join billing.payment_reference as r on r.ref = p.reference
    where r.kind <> (case p.kind when 'order' then 'pro-forma' else 'top-up' end)
      or r.organization_id <> p.organization_id or r.subject_id <> p.id
    union all
    select 'pro-forma ' || s.pro_forma_id, 'it is settled without its invoice'
    from billing.pro_forma_standing as s left join billing.invoice as i
      on i.organization_id = s.organization_id and i.pro_forma_id = s.pro_forma_id
    where s.kind = 'order' and (s.state = 'settled') is distinct from (i.id is not null)
    limit 100`.execute(billing(tx));
  return rows;
}
