import { onTestFinished, test } from 'vitest';
import { freshDatabase } from '#test/database.ts';
import { listInvoices } from './invoices/list/list-invoices.ts';
import { newId } from '#kernel/new-id.ts';
import { toUuid } from '#kernel/ids.ts';
import { writeFileSync } from 'node:fs';

test('plans', { timeout: 300_000 }, async () => {
  const fresh = await freshDatabase();
  onTestFinished(fresh.drop);
  const now = new Date('2026-03-31T12:00:00Z');
  const big = newId('org', now), small = newId('org', now);
  await fresh.query(`insert into billing.seller values (1, '{}', now())`);
  await fresh.query(
    `with n as materialized (select s, gen_random_uuid() as id, case when s % 5000 = 0 then $2::uuid when s % 2 = 0 then $1::uuid else md5((s % 3000)::text)::uuid end as org,
        'RF' || lpad(s::text, 20, '0') as ref, date '2020-01-01' + s / 100 as d from generate_series(1, 40000) as s),
     r as (insert into billing.payment_reference select ref, 'invoice', org, id, now() from n),
     i as (insert into billing.invoice select org, id, '2026-' || lpad(s::text, 6, '0'), 2026, s, ref, 'order', 'x', null, 'en', 'CHF', 1000, 81, 1081, 'charged', '{"name":"x","country":"CH"}', 1, d, d + 30, now() from n),
     m as (insert into billing.invoice_number select 'invoice', 2026, s, org, id from n)
     insert into billing.invoice_standing select org, id, case when s % 50 = 0 then 'open' else 'paid' end, 1081, case when s % 50 = 0 then 1081 else 0 end, d, d + 30, case when s % 50 = 0 then null else d end from n`,
    [toUuid(big), toUuid(small)],
  );
  await fresh.query('analyze billing.invoice, billing.invoice_standing, billing.invoice_number, billing.payment_reference');
  const lines: string[] = [];
  writeFileSync('/tmp/atrio/plans.txt', 'inserted');
  const ref = 'RF' + '20000'.padStart(20, '0');
  for (const [name, q] of Object.entries({
    big: { organizationId: big }, small: { organizationId: small }, bigOpen: { organizationId: big, state: 'open' }, smallOpen: { organizationId: small, state: 'open' },
    bigOverdue: { organizationId: big, state: 'overdue' }, bigText: { organizationId: big, text: '2026-1000' }, bigSerial: { organizationId: big, text: '20000' }, bigYear: { organizationId: big, text: '2026' },
    period: { organizationId: big, from: '2021-01-01', to: '2021-02-01' }, staff: {}, staffOpen: { state: 'open' }, staffPaid: { state: 'paid' }, staffText: { text: '20000' }, staffYear: { text: '2026-' }, none: { organizationId: big, text: ref },
  })) {
    for (let k = 0; k < 6; k++) await fresh.database.within((tx) => listInvoices(tx, { limit: 50, ...q } as never, now));
    const t = performance.now();
    let rows = 0;
    for (let k = 0; k < 3; k++) rows = (await fresh.database.within((tx) => listInvoices(tx, { limit: 50, ...q } as never, now))).rows.length;
    lines.push(`${name}: ${((performance.now() - t) / 3).toFixed(1)} ms, ${rows} rows`);
    writeFileSync('/tmp/atrio/plans.txt', lines.join('\n') + '\n');
  }
  writeFileSync('/tmp/atrio/plans.txt', lines.join('\n'));
});
