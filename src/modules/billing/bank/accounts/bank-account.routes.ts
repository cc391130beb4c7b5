import { toMoneyOut, fromMoneyOut } from '#kernel/money.ts';
import { serve } from '#platform/http/route.ts';
import { listBankAccounts, registerBankAccount } from './bank-account.contract.ts';
import type { StandingAccount } from './bank-account.store.ts';
import { bankAccounts } from './list-bank-accounts.ts';
import { registerBankAccount as register } from './register-bank-account.ts';

const present = (account: StandingAccount) => ({
  bankAccountId: account.bankAccountId,
  name: account.name,
  number: account.number,
  qrIban: account.qrIban ?? null,
  opening: toMoneyOut(account.opening),
  openingOn: account.openingOn,
  balances: account.balances.map(toMoneyOut),
  lastStatementOn: account.lastStatementOn ?? null,
});

export const bankAccountRoutes = [
  serve(listBankAccounts, async ({ tx }) => (await bankAccounts(tx)).map(present)),
  serve(registerBankAccount, async ({ tx, body, actor, now }) => {
    const account = await register(
      tx,
      { ...body, opening: fromMoneyOut(body.opening) },
      actor,
      now,
    );
    const balances = [account.opening];
    return present({ ...account, balances, lastStatementOn: undefined });
  }),
];
