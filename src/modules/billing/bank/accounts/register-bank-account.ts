import type { Actor } from '#kernel/actor.ts';
import type { Day, Instant } from '#kernel/calendar.ts';
import { toDecimal, type Money } from '#kernel/money.ts';
import { newId } from '#kernel/new-id.ts';
import { record } from '#modules/activity/index.ts';
import { post } from '#modules/ledger/index.ts';
import type { Tx } from '#platform/database/tx.ts';
import { staffName } from '../staff-name.rules.ts';
import { accountNumberOf, qrIbanOf, type BankAccount } from './bank-account.rules.ts';
import { insertAccount } from './bank-account.store.ts';

export type NewBankAccount = {
  readonly name: string;
  readonly number: string;
  readonly qrIban?: string | undefined;
  readonly opening: Money;
  readonly openingOn: Day;
};

/**
 * Registers one of our accounts. What stands on it comes into the books against the opening
 * balance,
 * so that the ledger and the bank say the same from the first day (settled 12).
 */
export async function registerBankAccount(
  tx: Tx,
  wish: NewBankAccount,
  actor: Actor,
  now: Instant,
): Promise<BankAccount> {
  const account: BankAccount = {
    bankAccountId: newId('bka', now),
    name: wish.name,
    number: accountNumberOf(wish.number),
    qrIban: wish.qrIban === undefined ? undefined : qrIbanOf(wish.qrIban),
    opening: wish.opening,
    openingOn: wish.openingOn,
  };
  await insertAccount(tx, account, staffName(actor), now);
  if (account.opening.minor !== 0n) await postOpening(tx, account, actor, now);
  const about = { kind: 'bank-account', id: account.bankAccountId, label: account.number };
  const { opening } = account;
  const facts = { number: account.number, opening: `${toDecimal(opening)} ${opening.currency}` };
  const action = 'billing.bank-account-registered';
  await record(tx, { stream: 'instance', action, actor, about, facts }, now);
  return account;
}

async function postOpening(
  tx: Tx,
  { bankAccountId, number, opening, openingOn }: BankAccount,
  actor: Actor,
  now: Instant,
): Promise<void> {
  const { minor, currency } = opening;
  await post(
    tx,
    {
      holder: 'provider',
      kind: 'bank-opening',
      source: { kind: 'bank-account', id: bankAccountId },
      key: `bank-opening:${number}`,
      effectiveOn: openingOn,
      entries: [
        { account: { kind: 'bank', owner: number }, amount: opening },
        { account: { kind: 'equity-opening' }, amount: { minor: -minor, currency } },
      ],
    },
    actor,
    now,
  );
}
