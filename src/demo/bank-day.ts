import type { Actor } from '#kernel/actor.ts';
import { dayOf } from '#kernel/calendar.ts';
import { importBankFile, writeSandboxStatement } from '#modules/billing/index.ts';
import type { TestClock } from '#platform/clock/clock.ts';
import type { App } from '../app.ts';
import type { DuePayment } from './place-order.ts';

type BankDay = { readonly staff: Actor; readonly daysAgo: number; readonly clock: TestClock };

/** Days on which somebody paid without a reference that we know. */
const strangers: Readonly<Record<number, string>> = { 85: 'Rahel Amstutz', 8: 'Café Central' };

/** The bank's statement of a week, imported as staff do. */
export async function bankDay(
  app: App,
  due: DuePayment[],
  { staff, daysAgo, clock }: BankDay,
): Promise<void> {
  const arrived = due.filter(({ fromDaysAgo }) => fromDaysAgo >= daysAgo);
  const waiting = due.filter(({ fromDaysAgo }) => fromDaysAgo < daysAgo);
  due.splice(0, due.length, ...waiting);
  const stranger = strangers[daysAgo];
  const wishes = [
    ...arrived.map(({ wish }) => wish),
    ...(stranger ? [{ reference: '', way: 'unknown-reference' as const, payer: stranger }] : []),
  ];
  if (wishes.length === 0) return;
  const now = clock.now();
  const { within } = app.database;
  const text = await within((tx) => writeSandboxStatement(tx, wishes, now));
  const name = `camt053-${dayOf(now)}.xml`;
  await importBankFile(within, { name, bytes: bytesOf(text) }, staff, now);
}

async function* bytesOf(text: string): AsyncIterable<Uint8Array> {
  yield new TextEncoder().encode(text);
}
