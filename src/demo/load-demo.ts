// Fills an empty database with a believable provider: months of history made by running the real
// acts
// under a clock that is moved, not by inserting rows.
import { createApp, type App } from '../app.ts';
import { addDays, dayOf, startOf, type Instant } from '#kernel/calendar.ts';
import { findUserByAddress } from '#modules/identity/index.ts';
import type { AppOptions } from '#platform/assemble.ts';
import { TestClock } from '#platform/clock/clock.ts';
import { demoPeople } from './accounts.ts';
import { alpesDiseno, customers, nordlicht, studioLombardi } from './customers.ts';
import { bankDay } from './bank-day.ts';
import {
  joinPartner,
  openCustomers,
  requireFactor,
  type OpenedCustomer,
} from './open-customers.ts';
import { inviteOn } from './invitations.ts';
import { loadFigures, openProvider } from './open-provider.ts';
import { letMartaSee, shareWork, teamsSinceDaysAgo } from './teams.ts';
import { settleIn } from './settle-in.ts';
import { placeOrder, type DuePayment } from './place-order.ts';
import type { DemoOrder } from './customer.ts';

/** Loads the demo unless it is there; true when it did. */
export async function loadDemo(
  options: AppOptions,
  now: Instant,
  say: (line: string) => void,
): Promise<boolean> {
  const today = dayOf(now);
  const clock = new TestClock(at(addDays(today, -historyDays), 8));
  const app = await createApp({ ...options, clock });
  try {
    const marta = demoPeople.customer.address;
    if (await app.database.within((tx) => findUserByAddress(tx, marta), { readOnly: true })) {
      return false;
    }
    say('Loading the demo: eight months of a small provider …');
    await liveThrough(app, clock, now);
    return true;
  } finally {
    await app.close();
  }
}

/** The first day of the demo lies this far back. */
const historyDays = 245;

/** A statement comes in every week. */
const statementEvery = 7;

/** By this day suites and mail of the first orders run. */
const settledInOn = 150;

async function liveThrough(app: App, clock: TestClock, now: Instant): Promise<void> {
  const today = dayOf(now);
  const { within } = app.database;
  await within((tx) => loadFigures(tx, clock.now()));
  const staff = await openProvider(app, clock.now());
  const opened: OpenedCustomer[] = [];
  const due: DuePayment[] = [];

  for (let daysAgo = historyDays; daysAgo > 0; daysAgo--) {
    const day = addDays(today, -daysAgo);
    clock.moveTo(at(day, 9));
    const fresh = await openCustomers(app, newOn(daysAgo), { staff, now: clock.now() });
    opened.push(...fresh);
    if (fresh.some(({ is }) => is === alpesDiseno)) await letMartaHelp(app, opened, clock.now());
    if (daysAgo === teamsSinceDaysAgo) await formTeams(app, opened, clock.now());
    await inviteOn(app, { opened, daysAgo }, clock.now());
    clock.moveTo(at(day, 10));
    const orders = ordersOn(opened, daysAgo);
    for (const { customer, order } of orders) {
      due.push(...(await placeOrder(app, customer, { order, daysAgo, now: clock.now() })));
    }
    clock.moveTo(at(day, 16));
    if (daysAgo === settledInOn) await settleInTogether(app, opened, clock.now());
    const isBankDay = daysAgo % statementEvery === 1;
    if (isBankDay) await bankDay(app, due, { staff, daysAgo, clock });
    if (fresh.length + orders.length > 0 || isBankDay) {
      await app.drain({ tolerant: true, scheduled: isBankDay });
    }
  }
  await announceFactor(app, opened, clock.now());
}

/** The partner's company will soon require a second factor. */
async function announceFactor(app: App, opened: OpenedCustomer[], now: Instant): Promise<void> {
  const partner = opened.find(({ is }) => is === nordlicht);
  if (!partner) return;
  await app.database.within((tx) => requireFactor(tx, partner, now));
  await app.drain({ tolerant: true });
}

const everybody = [nordlicht, ...customers, alpesDiseno];
const newOn = (daysAgo: number) => everybody.filter(({ since }) => since === daysAgo);

async function letMartaHelp({ database }: App, opened: OpenedCustomer[], now: Instant) {
  const marta = opened.find(({ is }) => is === alpesDiseno);
  const partner = opened.find(({ is }) => is === nordlicht);
  if (marta && partner) await database.within((tx) => joinPartner(tx, { marta, partner }, now));
}

async function formTeams(app: App, opened: readonly OpenedCustomer[], now: Instant) {
  const marta = opened.find(({ is }) => is === alpesDiseno);
  const partner = opened.find(({ is }) => is === nordlicht);
  if (!marta || !partner) return;
  await shareWork(app, marta, now);
  await letMartaSee(app, { marta, partner }, now);
}

async function settleInTogether(app: App, opened: OpenedCustomer[], now: Instant) {
  const alpes = opened.find(({ is }) => is === alpesDiseno);
  const studio = opened.find(({ is }) => is === studioLombardi);
  if (alpes && studio) await settleIn(app, { alpes, studio }, now);
}

function ordersOn(
  opened: readonly OpenedCustomer[],
  daysAgo: number,
): { customer: OpenedCustomer; order: DemoOrder }[] {
  return opened.flatMap((customer) =>
    customer.is.orders
      .filter((order) => order.daysAgo === daysAgo)
      .map((order) => ({ customer, order })),
  );
}

function at(day: ReturnType<typeof dayOf>, hour: number): Instant {
  return new Date(startOf(day).getTime() + hour * 3_600_000);
}
