import type { Instant } from '#kernel/calendar.ts';
import type { OrganizationId } from '#kernel/ids.ts';
import { money, type Money } from '#kernel/money.ts';
import { newId } from '#kernel/new-id.ts';
import type { Posted } from '#modules/ledger/index.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { PaymentFacts } from '../payments/payment.rules.ts';
import { insertPrepaidLines, type PrepaidLine } from './prepaid-line.store.ts';
import type { PrepaidFacts, PrepaidReason, PrepaidUse } from './prepaid.rules.ts';

/** A posting that moved prepaid, and why. */
export type PrepaidMove = {
  readonly organizationId: OrganizationId;
  readonly amount: Money;
  readonly because: PrepaidReason | PrepaidUse;
  readonly facts: PrepaidFacts;
  readonly payment: Pick<PaymentFacts, 'source' | 'on'>;
  readonly posted: Posted;
};

/** Writes a line for each movement that is new; what was booked before has its line already. */
export async function recordPrepaidLines(
  tx: Tx,
  moves: readonly PrepaidMove[],
  now: Instant,
): Promise<readonly PrepaidLine[]> {
  const lines = moves.flatMap((move) => lineOf(move, now));
  if (lines.length > 0) await insertPrepaidLines(tx, lines, now);
  return lines;
}

function lineOf(move: PrepaidMove, now: Instant): PrepaidLine[] {
  const { organizationId, amount, because, facts, payment, posted } = move;
  if (!posted.prepaid) return [];
  const { minor, currency, version } = posted.prepaid;
  return [
    {
      organizationId,
      prepaidLineId: newId('ppl', now),
      amount,
      balance: money(minor, currency),
      position: version,
      because,
      facts,
      source: payment.source,
      journalId: posted.journalId,
      bookedOn: payment.on,
    },
  ];
}
