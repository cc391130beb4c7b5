// The list of one organization costs the same however many invoices all others have.
import { listInvoices } from '#modules/billing/invoices/invoice.contract.ts';
import { toUuid } from '#kernel/ids.ts';
import { arrive } from '#test/people.ts';
import { openShop } from '#test/shop.ts';
import { cpuOf, sumOf, totalOf, type Cpu } from '../measure/cpu.ts';
import { inTurn } from '../measure/in-turn.ts';
import { addInvoices } from '../place/many-invoices.ts';
import { inPlace, type Place } from '../place/place.ts';
import { milliseconds, type Bench } from '../row.ts';

const few = 10_000;
const many = 1_000_000;
/** Of the organization that asks, in both databases. */
const own = 500;
const each = 200;

/** Ada, with invoices of her own among many others; she asks for her newest. */
async function reader(place: Place, count: number): Promise<() => Promise<Cpu>> {
  await openShop(place);
  const { browser, ownId: organizationId } = await arrive(place);
  await addInvoices(place.superuser, { organization: toUuid(organizationId), own, count });
  const { pool } = place.app.database;
  return () =>
    cpuOf(pool, async () => {
      for (let time = 0; time < each; time++) {
        await browser.call(listInvoices, { params: { organizationId } });
      }
    });
}

async function measured(small: Place, large: Place) {
  const spent: Record<'few' | 'many', Cpu[]> = { few: [], many: [] };
  const side = (name: 'few' | 'many', read: () => Promise<Cpu>) => async () => {
    const cpu = await read();
    spent[name].push(cpu);
    return totalOf(cpu) / each;
  };
  const sides = {
    few: side('few', await reader(small, few)),
    many: side('many', await reader(large, many)),
  };
  const total = await inTurn(7, sides);
  const database = (name: 'few' | 'many') =>
    milliseconds(sumOf(spent[name]).database / spent[name].length / each);
  return [
    {
      what: 'list of one organization’s invoices, CPU of program and database',
      ratio: total.many / total.few,
      of: `the same call among ${few.toLocaleString('en')} invoices`,
      bound: { most: 1.3 },
      figures:
        `${milliseconds(total.many)} among ${many.toLocaleString('en')} against ` +
        `${milliseconds(total.few)}; of the database ${database('many')} against ${database('few')}`,
    },
  ];
}

export const bench: Bench = {
  measure: () => inPlace((small) => inPlace((large) => measured(small, large))),
};
