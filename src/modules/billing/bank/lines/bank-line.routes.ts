import { serve } from '#platform/http/route.ts';
import { listBankLines } from './bank-line.contract.ts';
import { bankLines } from './list-bank-lines.ts';
import { presentLine } from './present-bank-line.ts';

export const bankLineRoutes = [
  serve(listBankLines, async ({ tx, query }) => {
    const { rows, next } = await bankLines(tx, query);
    return { rows: rows.map(presentLine), next };
  }),
];
