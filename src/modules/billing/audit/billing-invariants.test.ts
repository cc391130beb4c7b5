import { expect, test } from 'vitest';
import { money } from '#kernel/money.ts';
import { cashier, lineOf } from '#test/cashier.ts';
import { audit } from '#modules/ledger/index.ts';
import { billingInvariants } from '../index.ts';

const chf = (minor: bigint) => money(minor, 'CHF');

test('[B5] each invariant of billing holds, and is seen to break', async () => {
  const { world, invoice, credit, pay } = await cashier({ audited: false });
  await invoice([lineOf(chf(10_000n))]);
  const second = await invoice([lineOf(chf(20_000n))]);
  await pay(second.reference);
  await credit(chf(700n));
  await credit(chf(300n));
  const broken = async () => {
    const answers = await world.within((tx) => audit(tx, billingInvariants), { readOnly: true });
    return answers.filter((one) => one.violations.length > 0).map((one) => one.invariant.id);
  };
  expect(await broken()).toEqual([]);

  const damages = [
    ['I3', 'update billing.invoice_standing set open_minor = open_minor - 1 where open_minor > 0'],
    ['I3', 'update billing.invoice_line set net_minor = net_minor + 1'],
    ['I3', 'update billing.invoice_vat set basis_points = 810, vat_country = $$LI$$'],
    ['I3', 'update billing.allocation set minor = minor - 1'],
    ['I6', 'update billing.prepaid_line set balance_after_minor = 999 where position = 2'],
    ['I6', 'update billing.prepaid_line set position = 3 where position = 2'],
    ['I8', 'update billing.number_series set last_no = 3'],
    ['I8', 'update billing.invoice_number set serial = 5 where serial = 2'],
    ['I8', 'update billing.invoice set issued_on = $$2026-01-01$$ where serial = 2'],
    ['references', 'update billing.payment_reference set kind = $$top-up$$'],
  ] as const;
  const tables = new Set(damages.map(([, statement]) => statement.split(' ')[1]));
  for (const table of tables) await world.query(`alter table ${table} disable trigger user`);
  for (const [id, statement] of damages) {
    expect(await broken(), `before: ${statement}`).toEqual([]);
    const undo = await damaged(world, statement);
    expect(await broken(), statement).toContain(id);
    await undo();
  }
});

type World = Awaited<ReturnType<typeof cashier>>['world'];

/** Breaks rows of one table, and gives them back as they were. */
async function damaged(world: World, statement: string): Promise<() => Promise<void>> {
  const table = statement.split(' ')[1] ?? '';
  const rows = await world.query<{ row: unknown }>(`select to_jsonb(t) as row from ${table} as t`);
  await world.query(statement);
  return async () => {
    await world.query(
      `with old as (select * from jsonb_populate_recordset(null::${table}, $1)) ` +
        restoring(table),
      [JSON.stringify(rows.map(({ row }) => row))],
    );
  };
}

/** Rows are found again by what the damage leaves alone. */
function restoring(table: string): string {
  const [set, same] = kept[table] ?? ['', ''];
  return `update ${table} as t set ${set} from old where ${same}`;
}

const kept: { readonly [table: string]: readonly [set: string, same: string] } = {
  'billing.invoice_standing': ['open_minor = old.open_minor', 't.invoice_id = old.invoice_id'],
  'billing.invoice_line': ['net_minor = old.net_minor', 't.invoice_id = old.invoice_id'],
  'billing.invoice_vat': ['vat_country = old.vat_country', 't.invoice_id = old.invoice_id'],
  'billing.allocation': ['minor = old.minor', 't.id = old.id'],
  'billing.prepaid_line': [
    'balance_after_minor = old.balance_after_minor, position = old.position',
    't.id = old.id',
  ],
  'billing.number_series': ['last_no = old.last_no', 't.series = old.series'],
  'billing.invoice_number': ['serial = old.serial', 't.invoice_id = old.invoice_id'],
  'billing.invoice': ['issued_on = old.issued_on', 't.id = old.id'],
  'billing.payment_reference': ['kind = old.kind', 't.ref = old.ref'],
};
