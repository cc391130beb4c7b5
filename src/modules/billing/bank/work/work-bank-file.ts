import type { Readable } from 'node:stream';
import type { Instant } from '#kernel/calendar.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { Within } from '#platform/database/database.ts';
import { filesOf } from '#platform/database/surroundings.ts';
import type { Piece } from '../entries/piece.rules.ts';
import type { Runs } from '../statements/runs.rules.ts';
import { acceptSurvey } from './accept-survey.ts';
import type { BankFile, BankFileId } from '../files/bank-file.rules.ts';
import { findFile, lockFile, refuseFile } from '../files/bank-file.store.ts';
import { finishBankFile } from './finish-bank-file.ts';
import { piecesOf, type WorkPlan } from './pieces-of.ts';
import { surveyBankFile, type Survey } from './survey-bank-file.ts';
import { readAhead } from './read-ahead.ts';
import { workChunk } from './work-chunk.ts';

/**
 * So many lines or entries share a transaction: enough to be quick, few enough to hold no lock
 * long.
 */
const chunkSize = 500;

export type Chunk = {
  readonly bankFileId: BankFileId;
  /** How many pieces of the file came before these. */
  readonly from: number;
  readonly pieces: readonly Piece[];
  readonly runs: Runs;
};

/**
 * Works off a received file: reads it through, then books it in chunks. Each chunk is one
 * transaction
 * that also notes how far it came, so a stop at any moment loses nothing and repeats nothing.
 */
export async function workBankFile(
  within: Within,
  bankFileId: BankFileId,
  now: Instant,
): Promise<void> {
  const { file, open } = await within(async (tx) => {
    const files = filesOf(tx);
    const found = await findFile(tx, { bankFileId });
    return { file: found, open: () => files.read(found?.sha256 ?? '') };
  });
  if (!file || file.state === 'done' || file.state === 'refused') return;
  const survey = await surveyOrRefuse(within, { file, open }, now);
  if (!survey) return;
  const plan = await within((tx) => acceptSurvey(tx, bankFileId, survey, now));
  const from = plan.piecesDone;
  const chunks = chunksOf({ bankFileId, open, name: file.name, from }, plan);
  for await (const chunk of readAhead(chunks)) {
    const isOurs = await within((tx) => workChunk(tx, chunk, now));
    if (!isOurs) return; // another worker went on with it meanwhile
  }
  await within((tx) => finishBankFile(tx, bankFileId, plan, now));
}

type Source = { readonly file: BankFile; readonly open: () => Readable };

/** What is not whole and safe is refused before anything of it is booked. */
async function surveyOrRefuse(
  within: Within,
  { file, open }: Source,
  now: Instant,
): Promise<Survey | undefined> {
  try {
    return await surveyBankFile(open, file.name);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await within(async (tx) => {
      const held = await lockFile(tx, file.bankFileId);
      if (held?.state === 'received') await refuseFile(tx, file.bankFileId, error, now);
    });
    return undefined;
  }
}

type From = {
  readonly bankFileId: BankFileId;
  readonly open: () => Readable;
  readonly name: string;
  readonly from: number;
};

/**
 * Chunks after those that are done, which are read over: their entries still count for their keys.
 */
async function* chunksOf(
  { bankFileId, open, name, from }: From,
  plan: WorkPlan,
): AsyncGenerator<Chunk> {
  let [seen, lines, pieces] = [0, 0, [] as Piece[]];
  const chunk = (): Chunk => ({
    bankFileId,
    from: seen - pieces.length,
    pieces,
    runs: plan.runs,
  });
  for await (const piece of piecesOf({ open, name }, plan)) {
    seen++;
    if (seen <= from) continue;
    pieces.push(piece);
    lines += 'facts' in piece.content ? 1 : Math.max(piece.content.lines.length, 1);
    if (lines < chunkSize) continue;
    yield chunk();
    [lines, pieces] = [0, []];
  }
  if (pieces.length > 0) yield chunk();
}
