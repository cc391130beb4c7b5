import type { Readable } from 'node:stream';
import { readBankFile, type FileItem } from '../camt/read-bank-file.ts';
import type { StatementHead } from '../camt/statement.rules.ts';
import { hintOf, linesOf } from '../lines/bank-line.rules.ts';
import { addDetails, noDetails, planEntry } from '../entries/entry-plan.rules.ts';
import { entryBaseOf, Occurrences } from '../entries/occurrences.rules.ts';
import type { OurAccount, Piece, PieceContent } from '../entries/piece.rules.ts';
import type { Runs } from '../statements/runs.rules.ts';
import { bookedOnOf, fingerprintOf, type Survey } from './survey-bank-file.ts';

/**
 * What a surveyed file needs to be worked: its statements in the books and whose accounts they tell
 * of.
 */
export type WorkPlan = {
  readonly survey: Survey;
  /** Uuid of each statement, by its number in the file. */
  readonly statementIds: ReadonlyMap<number, string>;
  readonly accounts: ReadonlyMap<string, OurAccount>;
  /** Which statements certainly tell of different entries. */
  readonly runs: Runs;
};

type ReadPiece = Extract<FileItem, { kind: 'piece' }>;

/** Reads a surveyed file again, entry by entry, each with its identity and its lines. */
export async function* piecesOf(
  source: { readonly open: () => Readable; readonly name: string },
  plan: WorkPlan,
): AsyncGenerator<Piece> {
  const occurrences = new Occurrences();
  let statement: Extract<FileItem, { kind: 'statement' }> | undefined;
  let occurrence = 1;
  for await (const item of readBankFile(source.open, source.name)) {
    if (item.kind === 'statement') {
      statement = item;
      occurrences.begin(item.head);
    }
    if (item.kind !== 'piece' || !statement) continue;
    const content = contentOf(item, statement.head, plan.survey);
    if ('base' in content && item.first === 0) occurrence = occurrences.count(content.base);
    const { account: accountNumber } = statement.head;
    yield {
      entry: item.entry,
      statementId: plan.statementIds.get(item.statement) ?? '',
      kind: statement.type,
      accountNumber,
      account: plan.accounts.get(accountNumber),
      first: item.first,
      isLast: item.isLast,
      isLong: item.first > 0 || !item.isLast,
      content: 'base' in content ? { ...content, occurrence } : content,
    };
  }
}

/** Equal entries are counted where they stand, so the occurrence is still to come. */
function contentOf(
  { head, details, first, entry }: ReadPiece,
  { createdOn }: StatementHead,
  survey: Survey,
): Piece['content'] {
  if ('facts' in head) return head;
  const long = survey.long.get(entry);
  const plan = long?.plan ?? planEntry(head, addDetails(noDetails, head, details));
  const bookedOn = bookedOnOf(head, createdOn);
  const content: PieceContent = {
    head,
    bookedOn,
    occurrence: 1,
    base: entryBaseOf(head, () => long?.fingerprint ?? fingerprintOf({ head, details }, bookedOn)),
    hint: long ? '||' : hintOf(details),
    plan,
    lines: linesOf(head, plan, { first, details }),
  };
  return content;
}
