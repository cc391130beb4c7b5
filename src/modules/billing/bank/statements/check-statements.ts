import type { Instant } from '#kernel/calendar.ts';
import { toUuid } from '#kernel/ids.ts';
import { isCurrency, money, toDecimal } from '#kernel/money.ts';
import { newId } from '#kernel/new-id.ts';
import type { Tx } from '#platform/database/tx.ts';
import { lockAccounts } from '../accounts/bank-account.store.ts';
import type { BankFileId } from '../files/bank-file.rules.ts';
import type { OurAccount } from '../entries/piece.rules.ts';
import type { WorkItemKind } from '../work-items/work-item.rules.ts';
import {
  endWorkItems,
  openSubjects,
  openWorkItems,
  type NewWorkItem,
} from '../work-items/work-item.store.ts';
import { breaksOf, gapsOf, type Break, type Gap, type Neighbour } from './gaps.rules.ts';
import { statementsAround, statementsOfFile, type StatementRow } from './statement.store.ts';

type Asked = Omit<NewWorkItem, 'id'>;

/**
 * Asks about statements that do not add up, are missing between others, or do not begin as the one
 * before ended. What a later file fills ends its question.
 */
export async function checkStatements(
  tx: Tx,
  bankFileId: BankFileId,
  accounts: ReadonlyMap<string, OurAccount>,
  now: Instant,
): Promise<void> {
  const own = (await statementsOfFile(tx, toUuid(bankFileId))).filter(({ accountNumber }) =>
    accounts.has(accountNumber),
  );
  const ids = [...new Set([...accounts.values()].map(({ id }) => id))];
  if (own.length === 0) return;
  await lockAccounts(tx, ids);
  const numbers = [...new Set(own.map(({ accountNumber }) => accountNumber))];
  const years = [...new Set(own.flatMap(({ period }) => period ?? []))];
  const around = (await statementsAround(tx, { accounts: numbers, periods: years })).map(
    toNeighbour,
  );
  const idOf = (number: string): string => accounts.get(number)?.id ?? '';

  const gaps = gapsOf(around).map((gap) => gapItem(gap, idOf(gap.account)));
  const known = await openSubjects(tx, 'sequence-gap', ids, years);
  const filled = known.filter((subject) => !gaps.some((gap) => gap.subject === subject));
  await end(tx, 'sequence-gap', filled, now);
  const asked: Asked[] = [
    ...own.filter(({ proof }) => proof === 'differs').map((one) => proofItem(one, idOf)),
    ...gaps,
    ...breaksOf(around).map((found) => breakItem(found, idOf(found.after.account))),
  ];
  await openWorkItems(
    tx,
    asked.map((one) => ({ ...one, id: toUuid(newId('wki', now)) })),
    now,
  );
}

async function end(tx: Tx, kind: WorkItemKind, subjects: string[], now: Instant): Promise<void> {
  const ended = subjects.map((subject) => ({ kind, subject }));
  await endWorkItems(tx, ended, { by: 'Atrio', outcome: 'statement-came' }, now);
}

function toNeighbour(row: StatementRow): Neighbour {
  return { ...row, account: row.accountNumber };
}

function proofItem(row: StatementRow, idOf: (number: string) => string): Asked {
  const subject = [row.accountNumber, row.statement, row.period, row.sequence, row.closingMinor];
  return {
    kind: 'statement-differs',
    subject: subject.join(' '),
    accountId: idOf(row.accountNumber),
    ...(row.differenceMinor === undefined ? {} : { minor: row.differenceMinor }),
    ...(row.currency === undefined ? {} : { currency: row.currency }),
    facts: {
      account: row.accountNumber,
      statement: row.statement,
      opening: decimal(row.openingMinor, row.currency),
      closing: decimal(row.closingMinor, row.currency),
      difference: decimal(row.differenceMinor, row.currency),
    },
  };
}

function gapItem({ account, period, from, to }: Gap, accountId: string): Asked {
  return {
    kind: 'sequence-gap',
    subject: `${account} ${period} ${from}-${to}`,
    accountId,
    facts: { account, year: String(period), from: String(from), to: String(to) },
  };
}

function breakItem({ before, after }: Break, accountId: string): Asked {
  const { account, period, sequence, currency } = after;
  return {
    kind: 'balance-break',
    subject: `${account} ${period} ${sequence} ${before.closingMinor} ${after.openingMinor}`,
    accountId,
    facts: {
      account,
      statement: after.statement,
      closing: decimal(before.closingMinor, currency),
      opening: decimal(after.openingMinor, currency),
    },
  };
}

function decimal(minor: bigint | undefined, currency: string | undefined): string {
  if (minor === undefined || currency === undefined || !isCurrency(currency)) return '';
  return `${toDecimal(money(minor, currency))} ${currency}`;
}
