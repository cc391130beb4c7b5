import type pg from 'pg';

type Wanted = {
  /** Whose the first `own` of the `count` invoices are; five thousand others share the rest. */
  readonly organization: string;
  readonly own: number;
  readonly count: number;
};

/**
 * Invoices by the million, as rows: reference, number, content, standing. Only what lists read is
 * there; the books do not know them.
 */
export async function addInvoices(
  pool: pg.Pool,
  { organization, own, count }: Wanted,
): Promise<void> {
  const owner = await pool.connect();
  try {
    await owner.query(
      `create temporary table made as
      select i as serial, md5('invoice' || i)::uuid as id, 100 * (1000 + i % 900) as net,
        date '2026-01-01' + i % 89 as issued_on, i % 5 = 0 as is_open,
        case when i <= $2 then $1::uuid else md5('organization' || i % 5000)::uuid end as owner,
        'RF' || lpad(i::text, 14, '0') as ref, '2026-' || lpad(i::text, 7, '0') as number
      from generate_series(1, $3::integer) as i`,
      [organization, own, count],
    );
    for (const statement of statements) await owner.query(statement);
  } finally {
    owner.release(true);
  }
}

const statements = [
  `insert into billing.payment_reference (ref, kind, organization_id, subject_id, drawn_at)
  select ref, 'invoice', owner, id, issued_on from made`,
  `insert into billing.invoice_number (series, year, serial, organization_id, invoice_id)
  select 'invoice', 2026, serial, owner, id from made`,
  `insert into billing.invoice (organization_id, id, number, year, serial, reference, subject_kind,
    subject_id, language, currency, net_minor, vat_minor, gross_minor, treatment, buyer,
    seller_version, issued_on, due_on, issued_at)
  select owner, id, number, 2026, serial, ref, 'order', id::text, 'en', 'CHF', net, net / 10,
    net + net / 10, 'charged', jsonb_build_object('name', 'Customer ' || serial,
      'street', 'Rue du Lac', 'number', '1', 'postcode', '1200', 'town', 'Genève', 'country', 'CH'),
    1, issued_on, issued_on + 30, issued_on
  from made`,
  `insert into billing.invoice_standing (organization_id, invoice_id, state, gross_minor,
    open_minor, issued_on, due_on, paid_on)
  select owner, id, case when is_open then 'open' else 'paid' end, net + net / 10,
    case when is_open then net + net / 10 else 0 end, issued_on, issued_on + 30,
    case when not is_open then issued_on + 10 end
  from made`,
  'vacuum analyze billing.payment_reference, billing.invoice_number, billing.invoice, billing.invoice_standing',
];
