import { z } from 'zod';
import { idOf, organizationId, type OrganizationId } from '#kernel/ids.ts';
import type { InvoiceId } from '../invoices/invoice.rules.ts';
import type { ProFormaId } from '../pro-formas/pro-forma.rules.ts';

/** What a PDF is of. */
export type DocumentKey = { readonly organizationId: OrganizationId } & (
  | { readonly kind: 'invoice'; readonly id: InvoiceId }
  | { readonly kind: 'pro-forma'; readonly id: ProFormaId }
);

/** The same, as a job carries it. */
export const documentKey = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('invoice'), organizationId, id: idOf('inv') }),
  z.object({ kind: z.literal('pro-forma'), organizationId, id: idOf('pfo') }),
]);
