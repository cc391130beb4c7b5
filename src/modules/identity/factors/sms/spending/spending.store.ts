import { sql } from 'kysely';
import type { Day } from '#kernel/calendar.ts';
import type { Tx } from '#platform/database/tx.ts';
import { identity } from '../../../tables.generated.ts';
import type { Pot, Purpose } from './spending.rules.ts';

export type Spending = {
  readonly day: Day;
  readonly purpose: Purpose;
  readonly priceMinor: bigint;
  readonly pots: readonly Pot[];
};

export type Taken = { readonly place: string; readonly spentMinor: bigint };

/**
 * Takes the price of one text from each pot that still has it, in one statement; gives those that
 * had, and what was taken from them today.
 */
export async function takePrice(tx: Tx, spending: Spending): Promise<readonly Taken[]> {
  const { day, purpose, priceMinor, pots } = spending;
  const { rows } = await sql<Taken>`
    insert into identity.sms_spending as s (day, purpose, place, texts, spent_minor, most_minor)
    select ${day}::date, ${purpose}, pot.place, 1, ${priceMinor}::bigint, pot.most
    from unnest(
      ${pots.map(({ place }) => place)}::text[],
      ${pots.map(({ mostMinor }) => mostMinor)}::bigint[]
    ) with ordinality as pot (place, most, number)
    where ${priceMinor}::bigint <= pot.most
    order by pot.number
    on conflict (day, purpose, place) do update set
      texts = s.texts + 1,
      spent_minor = s.spent_minor + excluded.spent_minor,
      most_minor = excluded.most_minor
    where s.spent_minor + excluded.spent_minor <= excluded.most_minor
    returning s.place, s.spent_minor as "spentMinor"`.execute(identity(tx));
  return rows;
}

/** Puts the price of a text back that does not leave. */
export async function returnPrice(
  tx: Tx,
  { day, purpose, priceMinor, places }: Omit<Spending, 'pots'> & { places: readonly string[] },
): Promise<void> {
  await sql`
    update identity.sms_spending
    set texts = texts - 1, spent_minor = spent_minor - ${priceMinor}::bigint
    where day = ${day}::date and purpose = ${purpose}
      and place = any(${places}::text[])`.execute(identity(tx));
}

export type Spent = {
  readonly place: string;
  readonly purpose: Purpose;
  readonly texts: number;
  readonly spentMinor: bigint;
};

/** What a day has cost so far. */
export async function spentOn(tx: Tx, day: Day): Promise<Spent[]> {
  const rows = await identity(tx)
    .selectFrom('identity.sms_spending')
    .select(['place', 'purpose', 'texts', 'spent_minor'])
    .where('day', '=', day)
    .execute();
  return rows.map(({ spent_minor: spentMinor, ...row }) => ({ ...row, spentMinor }));
}

export async function sweepSpending(tx: Tx, before: Day): Promise<void> {
  await identity(tx).deleteFrom('identity.sms_spending').where('day', '<', before).execute();
}
