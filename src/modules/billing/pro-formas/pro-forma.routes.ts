import { serve } from '#platform/http/route.ts';
import { documentBytes } from '../documents/document-bytes.ts';
import { listProFormas } from './list-pro-formas.ts';
import * as contracts from './pro-forma.contract.ts';
import { presentProForma, presentProFormaRow } from './present-pro-forma.ts';
import { readProForma } from './read-pro-forma.ts';

export const proFormaRoutes = [
  serve(contracts.listProFormas, async ({ tx, params, query }) => {
    const { rows, next, balances } = await listProFormas(tx, { ...query, ...params });
    return { rows: rows.map((row) => presentProFormaRow(row, balances)), next };
  }),
  serve(contracts.readProForma, async ({ tx, params }) =>
    presentProForma(await readProForma(tx, params)),
  ),
  serve(contracts.downloadProFormaPdf, async ({ within, now, params, query, http }) => {
    const key = { kind: 'pro-forma' as const, id: params.proFormaId, ...params };
    const { name, bytes } = await documentBytes(within, { ...key, ...query }, now);
    http.header('content-disposition', `attachment; filename="${name}"`);
    return bytes;
  }),
];
