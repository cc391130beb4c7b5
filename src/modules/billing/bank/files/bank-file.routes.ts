import { serve } from '#platform/http/route.ts';
import { ourNumbers } from '../accounts/list-bank-accounts.ts';
import {
  importBankFile,
  listBankFiles,
  listBankProblems,
  readBankFile,
} from './bank-file.contract.ts';
import { bankFileEmpty } from './bank-file.refusals.ts';
import { importBankFile as takeIn } from './import-bank-file.ts';
import { bankFile, bankFiles, bankProblems } from './list-bank-files.ts';
import { presentFile, presentProblem, presentStatement } from './present-bank-file.ts';

export const bankFileRoutes = [
  serve(importBankFile, async ({ within, http, actor, now }) => {
    if (!http.upload) throw bankFileEmpty({});
    const { name, stream } = http.upload;
    const { file, known } = await takeIn(within, { name, bytes: stream }, actor, now);
    return { file: presentFile(file), known };
  }),
  serve(listBankFiles, async ({ tx, query }) => {
    const { rows, next } = await bankFiles(tx, query);
    return { rows: rows.map(presentFile), next };
  }),
  serve(readBankFile, async ({ tx, params }) => {
    const { file, statements } = await bankFile(tx, params.bankFileId);
    const ours = await ourNumbers(tx);
    return {
      file: presentFile(file),
      statements: statements.map((row) => presentStatement(row, ours)),
    };
  }),
  serve(listBankProblems, async ({ tx, params, query }) => {
    const { rows, next } = await bankProblems(tx, params.bankFileId, query);
    return { rows: rows.map(presentProblem), next };
  }),
];
