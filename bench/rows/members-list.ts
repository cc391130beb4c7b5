// The first page of an organization's members costs the same however many it has.
import { listMembers } from '#modules/organizations/members/member.contract.ts';
import { toUuid } from '#kernel/ids.ts';
import { ada, arrive, grace, type Newcomer } from '#test/people.ts';
import { cpuOf, totalOf } from '../measure/cpu.ts';
import { inTurn } from '../measure/in-turn.ts';
import { addMembers } from '../place/many-members.ts';
import { inPlace, type Place } from '../place/place.ts';
import { milliseconds, type Bench } from '../row.ts';

const few = 100;
const many = 10_000;
const each = 100;

/** Somebody whose organization has so many members; they ask for the first page. */
async function reader(place: Place, who: Newcomer, count: number): Promise<() => Promise<number>> {
  const { browser, ownId: organizationId } = await arrive(place, who);
  await addMembers(place.superuser, { organization: toUuid(organizationId), count });
  const { pool } = place.app.database;
  return async () => {
    const cpu = await cpuOf(pool, async () => {
      for (let time = 0; time < each; time++) {
        await browser.call(listMembers, { params: { organizationId } });
      }
    });
    return totalOf(cpu) / each;
  };
}

async function measured(place: Place) {
  const total = await inTurn(7, {
    few: await reader(place, ada, few),
    many: await reader(place, grace, many),
  });
  return [
    {
      what: 'list of members, CPU of program and database',
      ratio: total.many / total.few,
      of: `the same call of an organization with ${few}`,
      bound: { most: 1.3 },
      figures: `${milliseconds(total.many)} of ${many.toLocaleString('en')} against ${milliseconds(total.few)}`,
    },
  ];
}

export const bench: Bench = { measure: () => inPlace(measured) };
