import { z } from 'zod';
import { contract, pageOf, paging } from '#kernel/contract.ts';
import { moneyOut } from '#kernel/money.ts';
import { bankFileEmpty, bankFileNotFound } from './bank-file.refusals.ts';
import { bankFileId, problemKinds } from './bank-file.rules.ts';

/** What became of the lines of a file. */
const bankFileCounts = z
  .object({
    settled: z.int().describe('paid an invoice or a pro-forma'),
    prepaid: z.int().describe('went to a prepaid account'),
    suspense: z.int().describe('wait for a person, with a work item'),
    outgoing: z.int().describe('left our account'),
    charges: z.int().describe('kept by the bank'),
    waiting: z.int().describe('entries whose details are still to come'),
    known: z.int().describe('entries that an earlier file had brought'),
    ignored: z.int().describe('entries that are not booked: pending, zero, before the opening'),
    refused: z.int().describe('entries that could not be booked, each with a problem'),
  })
  .meta({ id: 'BankFileCounts' });

const bankFile = z
  .object({
    bankFileId,
    name: z.string(),
    sizeBytes: z.string(),
    sha256: z.string(),
    state: z.enum(['received', 'working', 'done', 'refused']),
    refusal: z
      .object({ code: z.string(), facts: z.record(z.string(), z.unknown()) })
      .nullable()
      .describe('Why the whole file was refused; its sentence stands under that code'),
    progress: z.object({ done: z.int(), total: z.int() }).describe('entries'),
    counts: bankFileCounts,
    problems: z.int().describe('how many problems the file has'),
    receivedAt: z.iso.datetime(),
    receivedBy: z.string(),
    finishedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'BankFile' });

const statement = z
  .object({
    ordinal: z.int(),
    document: z.string().describe('file name inside a ZIP'),
    message: z.string().describe('camt.053.001.08'),
    statement: z.string().describe("the bank's own id of it"),
    sequence: z.string().nullable(),
    account: z.string(),
    ours: z.boolean(),
    entries: z.int(),
    openingOn: z.iso.date().nullable(),
    closingOn: z.iso.date().nullable(),
    opening: moneyOut.nullable(),
    closing: moneyOut.nullable(),
    proof: z
      .enum(['proven', 'differs', 'unprovable'])
      .describe('opening + entries = closing; a notification has no balances'),
    difference: moneyOut.nullable(),
  })
  .meta({ id: 'BankStatement' });

const problem = z
  .object({
    ordinal: z.int(),
    kind: z.enum(problemKinds),
    entry: z.int().nullable().describe('which entry of the file, from 1'),
    facts: z.record(z.string(), z.string()),
  })
  .meta({ id: 'BankProblem' });

export const importBankFile = contract({
  name: 'importBankFile',
  method: 'POST',
  path: '/staff/bank-files',
  summary: 'Stores a bank statement (camt.053, camt.054, or a ZIP of them) and works it off later.',
  permission: 'staff.bank',
  accepts: 'file',
  committedSteps: true,
  returns: z
    .object({ file: bankFile, known: z.boolean().describe('the same bytes were here before') })
    .meta({ id: 'ImportedBankFile' }),
  refusals: [bankFileEmpty],
});

export const listBankFiles = contract({
  name: 'listBankFiles',
  method: 'GET',
  path: '/staff/bank-files',
  summary: 'Received bank files, newest first.',
  permission: 'staff.bank',
  query: z.object(paging),
  returns: pageOf(bankFile).meta({ id: 'BankFilePage' }),
});

export const readBankFile = contract({
  name: 'readBankFile',
  method: 'GET',
  path: '/staff/bank-files/:bankFileId',
  summary: 'One bank file: progress, what became of it, its statements.',
  permission: 'staff.bank',
  params: z.object({ bankFileId }),
  returns: z
    .object({ file: bankFile, statements: z.array(statement) })
    .meta({ id: 'BankFileDetails' }),
  refusals: [bankFileNotFound],
});

export const listBankProblems = contract({
  name: 'listBankProblems',
  method: 'GET',
  path: '/staff/bank-files/:bankFileId/problems',
  summary: 'What could not be read or booked of a bank file, each with its reason.',
  permission: 'staff.bank',
  params: z.object({ bankFileId }),
  query: z.object(paging),
  returns: pageOf(problem).meta({ id: 'BankProblemPage' }),
  refusals: [bankFileNotFound],
});
