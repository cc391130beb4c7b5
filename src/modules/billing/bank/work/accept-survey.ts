import type { Day, Instant } from '#kernel/calendar.ts';
import { toUuid } from '#kernel/ids.ts';
import { newId } from '#kernel/new-id.ts';
import type { Tx } from '#platform/database/tx.ts';
import { findAccounts } from '../accounts/bank-account.store.ts';
import type { Balance } from '../camt/statement.rules.ts';
import {
  insertStatements,
  statementsAround,
  statementsOfFile,
  type StatementRow,
} from '../statements/statement.store.ts';
import { Runs } from '../statements/runs.rules.ts';
import type { BankFileId, Problem } from '../files/bank-file.rules.ts';
import { insertProblems, lockFile, startFile } from '../files/bank-file.store.ts';
import type { WorkPlan } from './pieces-of.ts';
import type { Survey, SurveyedStatement } from './survey-bank-file.ts';

/** Takes in what a file says of itself; its work begins, or goes on where it stopped. */
export async function acceptSurvey(
  tx: Tx,
  bankFileId: BankFileId,
  survey: Survey,
  now: Instant,
): Promise<WorkPlan & { readonly piecesDone: number }> {
  const file = await lockFile(tx, bankFileId);
  if (!file) throw new TypeError(`${bankFileId} is gone`);
  const accounts = await findAccounts(
    tx,
    survey.statements.map(({ head }) => head.account),
  );
  let statements = await statementsOfFile(tx, toUuid(bankFileId));
  if (statements.length === 0) {
    statements = survey.statements.map((one) => rowOf(bankFileId, one, now));
    await insertStatements(tx, statements);
  }
  if (file.state === 'received') {
    await insertProblems(tx, bankFileId, problemsOf(survey));
    await startFile(tx, bankFileId, survey.entries);
  }
  const statementIds = new Map(statements.map(({ ordinal, id }) => [ordinal, id]));
  const around = await statementsAround(tx, {
    accounts: [...accounts.keys()],
    periods: [...new Set(statements.flatMap(({ period }) => period ?? []))],
  });
  const runs = new Runs(around.map((one) => ({ ...one, account: one.accountNumber })));
  return { survey, statementIds, accounts, runs, piecesDone: file.piecesDone };
}

function rowOf(
  bankFileId: BankFileId,
  { statement, document, type, message, head, entries, balances, proof }: SurveyedStatement,
  now: Instant,
): StatementRow {
  const opening = readable(balances.opening);
  const closing = readable(balances.closing);
  const isOneCurrency = opening?.amount.currency === closing?.amount.currency;
  const closingOn = closing?.on ?? opening?.on;
  return {
    id: toUuid(newId('bst', now)),
    fileId: toUuid(bankFileId),
    ordinal: statement,
    accountNumber: head.account,
    document: document.slice(0, 200),
    message,
    kind: type,
    statement: head.page === undefined ? head.id : `${head.id}/${head.page}`,
    sequence: head.sequence,
    period: yearOf(closingOn ?? head.createdOn),
    entries,
    openingOn: opening?.on,
    closingOn,
    openingMinor: isOneCurrency ? opening?.amount.minor : undefined,
    closingMinor: isOneCurrency ? closing?.amount.minor : undefined,
    currency: isOneCurrency ? opening?.amount.currency : undefined,
    proof: proof.result,
    differenceMinor: proof.result === 'differs' ? proof.difference?.minor : undefined,
  };
}

const readable = (balance: Balance | 'unreadable' | undefined): Balance | undefined =>
  balance === 'unreadable' ? undefined : balance;

const yearOf = (day: Day | undefined): number | undefined =>
  day === undefined ? undefined : Number(day.slice(0, 4));

/** What a reader of the result should know, though nothing is left out. */
function problemsOf({ notes, statements }: Survey): Problem[] {
  const differing = statements.filter(({ proof }) => proof.result === 'differs');
  return [
    ...notes.map(({ note, document }): Problem => ({ kind: note, facts: { document } })),
    ...differing.map(({ head, document }): Problem => ({
      kind: 'statement-differs',
      facts: { statement: head.id, account: head.account, document },
    })),
  ];
}
