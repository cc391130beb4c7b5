import type { Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import { toUuid } from '#kernel/ids.ts';
import { newId } from '#kernel/new-id.ts';
import { postAll } from '#modules/ledger/index.ts';
import type { Tx } from '#platform/database/tx.ts';
import { settleInvoicesByBank, settleProFormasByBank } from '../../payments/settle-by-bank.ts';
import { creditPrepaidAll } from '../../prepaid/credit-prepaid.ts';
import { chargePosition } from '../lines/bank-line.rules.ts';
import { bindPayers, insertLines, insertOutcomes, type LineRow } from '../lines/bank-line.store.ts';
import type { EnteredLine } from '../entries/enter-entries.ts';
import { staffName } from '../staff-name.rules.ts';
import { openWorkItems, type NewWorkItem } from '../work-items/work-item.store.ts';
import { findPayables } from './find-payables.ts';
import { LineBooking, type IdentifiedLine, type LineCounts } from './line-booking.ts';
import { findProposals, type Proposal } from './proposal.store.ts';

/**
 * Books money that reached or left our bank: on what it pays, on prepaid, or in suspense with a
 * work
 * item. Many lines in a handful of statements, all of it in the caller's transaction.
 */
export async function bookLines(
  tx: Tx,
  entered: readonly EnteredLine[],
  actor: Actor,
  now: Instant,
): Promise<LineCounts> {
  const lines = entered.map((one) => ({ ...one, id: newId('bln', now) }));
  const credits = lines.filter(isCredit);
  const search = await findPayables(
    tx,
    credits.map(({ line }) => line),
  );
  const booking = new LineBooking();
  for (const line of lines) {
    if (isCredit(line)) booking.placeCredit(line, search);
    else if (line.line.position === chargePosition) booking.placeCharge(line);
    else booking.placeDebit(line);
  }
  // settling locks nothing that is not held: lines come after invoices, prepaid after lines
  await Promise.all([
    insertLines(tx, lines.map(toRow)),
    insertOutcomes(tx, booking.outcomes, staffName(actor), now),
    bindPayers(tx, booking.payers, now),
    settle(tx, booking, actor, now),
  ]);
  const proposals = await findProposals(tx, booking.questions);
  await openWorkItems(
    tx,
    booking.asked.map((item) => askedAs(item, proposals, now)),
    now,
  );
  return booking.counts;
}

async function settle(tx: Tx, booking: LineBooking, actor: Actor, now: Instant): Promise<void> {
  await settleInvoicesByBank(tx, booking.invoices, actor, now);
  await settleProFormasByBank(tx, booking.proFormas, actor, now);
  await creditPrepaidAll(tx, booking.prepaid, actor, now);
  await postAll(tx, booking.own, actor, now);
}

const isCredit = ({ line }: EnteredLine): boolean =>
  line.direction === 'credit' && line.position !== chargePosition;

function toRow({ id, entry, line }: IdentifiedLine): LineRow {
  const { id: entryId, accountId, bookedOn } = entry;
  return { id: toUuid(id), entryId, accountId, bookedOn, line };
}

/** What a known payer suggests makes the question easier, never the answer. */
function askedAs(
  item: Omit<NewWorkItem, 'id'>,
  proposals: ReadonlyMap<string, Proposal>,
  now: Instant,
): NewWorkItem {
  const proposal = item.kind === 'unknown-reference' && proposals.get(item.lineId ?? '');
  const id = toUuid(newId('wki', now));
  return proposal ? { ...item, id, kind: 'payer-known', proposal } : { ...item, id };
}
