import { dayOf, type Instant } from '#kernel/calendar.ts';
import { money, sum, type Currency } from '#kernel/money.ts';
import { newId } from '#kernel/new-id.ts';
import { settingsOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import { lockPayables } from '../../payments/lock-payable.ts';
import { normalReference } from '../../references/reference.rules.ts';
import { listAccounts, type StandingAccount } from '../accounts/bank-account.store.ts';
import { lastSequence } from '../statements/statement.store.ts';
import {
  camtFoot,
  camtHead,
  entryElement,
  statementFoot,
  statementHead,
  type WrittenPayment,
} from './camt-writer.rules.ts';
import { sandboxPayment, strangersAmount, type SandboxWish } from './sandbox-payment.rules.ts';
import { noBankAccount, notASandbox, nothingToPay } from './sandbox-statement.refusals.ts';

/**
 * Writes the statement of a bank on whose account customers paid as wished. It continues the
 * balances
 * of what was imported before, so it proves. Sandbox instances only.
 */
export async function writeSandboxStatement(
  tx: Tx,
  wishes: readonly SandboxWish[],
  now: Instant,
): Promise<string> {
  if (!settingsOf(tx).demo) throw notASandbox({});
  const payments = await paymentsFor(tx, wishes, now);
  const accounts = await listAccounts(tx);
  const currencies = [...new Set(payments.map(({ amount }) => amount.currency))];
  const id = newId('sbx', now).slice(0, 35);
  const parts = [camtHead(id, now.toISOString())];
  for (const currency of currencies) {
    const account = accounts.find(({ opening }) => opening.currency === currency);
    if (!account) throw noBankAccount({ currency });
    const inCurrency = payments.filter(({ amount }) => amount.currency === currency);
    parts.push(await statementOf(tx, { account, payments: inCurrency, id }, now));
  }
  return [...parts, camtFoot].join('');
}

async function paymentsFor(
  tx: Tx,
  wishes: readonly SandboxWish[],
  now: Instant,
): Promise<WrittenPayment[]> {
  const normal = (text: string): string => normalReference(text) ?? text;
  const payables = await lockPayables(
    tx,
    wishes.map(({ reference }) => normal(reference)),
  );
  return wishes.map((wish, index) => {
    const reference = normal(wish.reference);
    const asked = payables.get(reference)?.amount;
    const isStranger = wish.way === 'unknown-reference';
    if (!asked && !wish.amount && !isStranger) throw nothingToPay({ reference });
    const payment = sandboxPayment({ ...wish, reference }, asked ?? wish.amount ?? strangersAmount);
    return {
      amount: payment.amount,
      bookedOn: dayOf(now),
      serviceReference: `SANDBOX-${newId('sbx', now).slice(4, 24)}-${index + 1}`,
      payer: wish.payer ?? 'Sandbox Payer',
      ...(payment.reference === undefined ? {} : { reference: payment.reference }),
      ...(payment.text === undefined ? {} : { text: payment.text }),
    };
  });
}

type OneAccount = {
  readonly account: StandingAccount;
  readonly payments: readonly WrittenPayment[];
  readonly id: string;
};

async function statementOf(
  tx: Tx,
  { account, payments, id }: OneAccount,
  now: Instant,
): Promise<string> {
  const { currency } = account.opening;
  const today = dayOf(now);
  const opening = balanceIn(account, currency);
  const moved = sum(
    payments.map(({ amount }) => amount),
    currency,
  );
  const head = statementHead({
    id: `${id.slice(0, 28)}-${currency}`,
    sequence: (await lastSequence(tx, account.number, Number(today.slice(0, 4)))) + 1n,
    createdAt: now.toISOString(),
    account: account.number,
    opening,
    openingOn: account.lastStatementOn ?? account.openingOn,
    closing: money(opening.minor + moved.minor, currency),
    closingOn: today,
  });
  return [head, ...payments.map(entryElement), statementFoot].join('');
}

const balanceIn = ({ balances }: StandingAccount, currency: Currency) =>
  balances.find((one) => one.currency === currency) ?? money(0n, currency);
