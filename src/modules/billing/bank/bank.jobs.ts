import { workBankFileHandler } from './work/bank-file.jobs.ts';

export const bankJobs = [workBankFileHandler];
