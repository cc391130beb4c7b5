import { z } from 'zod';
import { day } from '#kernel/calendar.ts';
import { contract, pageOf, paging } from '#kernel/contract.ts';
import { idOf, organizationId, type Id } from '#kernel/ids.ts';
import { moneyOut } from '#kernel/money.ts';

export type BankLineId = Id<'bln'>;
export const bankLineId = idOf('bln');

/** Where the money of a line is now. */
export const bankLinePlaces = [
  'settled-invoice',
  'settled-pro-forma',
  'prepaid',
  'suspense',
  'outgoing',
  'charge',
] as const;

export const bankLine = z
  .object({
    bankLineId,
    account: z.string(),
    direction: z.enum(['credit', 'debit']),
    amount: moneyOut,
    bookedOn: z.iso.date(),
    valueOn: z.iso.date().nullable(),
    reference: z.string().nullable(),
    text: z.string(),
    payer: z.object({ name: z.string().nullable(), iban: z.string().nullable() }),
    returned: z.boolean(),
    place: z.enum(bankLinePlaces),
    because: z.string().nullable().describe('the reason, in the words of the matching rules'),
    foundBy: z.enum(['reference', 'text', 'payer', 'staff']).nullable(),
    organizationId: organizationId.nullable(),
    targets: z
      .array(z.object({ kind: z.enum(['invoice', 'pro-forma']), id: z.string() }))
      .describe('what it paid'),
  })
  .meta({ id: 'BankLine' });

export const listBankLines = contract({
  name: 'listBankLines',
  method: 'GET',
  path: '/staff/bank-lines',
  summary: 'Money that moved on our bank accounts, newest first, and where it went.',
  permission: 'staff.bank',
  query: z.object({
    ...paging,
    place: z.enum(bankLinePlaces).optional(),
    text: z.string().trim().max(100).optional().describe('reference, payer name or IBAN begins so'),
    bankFileId: idOf('bfi').optional(),
    from: day.optional(),
    until: day.optional(),
  }),
  returns: pageOf(bankLine).meta({ id: 'BankLinePage' }),
});
