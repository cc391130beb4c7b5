import { z } from 'zod';
import { day } from '#kernel/calendar.ts';
import { contract } from '#kernel/contract.ts';
import { moneyOut } from '#kernel/money.ts';
import { bankAccountKnown, notAnAccountNumber } from './bank-account-refusals.rules.ts';
import { bankAccountId } from './bank-account.rules.ts';

const bankAccount = z
  .object({
    bankAccountId,
    name: z.string(),
    number: z.string().describe('IBAN, or the number that the bank uses instead'),
    qrIban: z.string().nullable(),
    opening: moneyOut.describe('What stood on it when Atrio began to follow it'),
    openingOn: z.iso.date(),
    balances: z.array(moneyOut).describe('The opening and everything booked since, per currency'),
    lastStatementOn: z.iso.date().nullable(),
  })
  .meta({ id: 'BankAccount' });

export const listBankAccounts = contract({
  name: 'listBankAccounts',
  method: 'GET',
  path: '/staff/bank-accounts',
  summary: 'Our own bank accounts, whose statements are imported.',
  permission: 'staff.bank',
  returns: z.array(bankAccount).meta({ id: 'BankAccounts' }),
});

export const registerBankAccount = contract({
  name: 'registerBankAccount',
  method: 'POST',
  path: '/staff/bank-accounts',
  summary: 'Registers one of our bank accounts with the balance it begins with.',
  permission: 'staff.bank',
  idempotency: 'optional',
  body: z.strictObject({
    name: z.string().trim().min(1).max(70),
    number: z.string().trim().min(5).max(42),
    qrIban: z.string().trim().max(42).optional(),
    opening: moneyOut,
    openingOn: day,
  }),
  returns: bankAccount,
  refusals: [notAnAccountNumber, bankAccountKnown],
});
