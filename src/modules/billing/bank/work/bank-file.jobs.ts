import { handle } from '#platform/jobs/jobs.ts';
import { workBankFileJob } from '../files/import-bank-file.ts';
import { workBankFile } from './work-bank-file.ts';

/** Works off a received bank file, in chunks. */
export const workBankFileHandler = handle(workBankFileJob, ({ data, within, now }) =>
  workBankFile(within, data.bankFileId, now),
);
