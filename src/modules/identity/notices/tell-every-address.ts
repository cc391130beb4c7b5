import type { Instant } from '#kernel/calendar.ts';
import { queue, type Letter } from '#modules/messages/index.ts';
import type { Tx } from '#platform/database/tx.ts';
import { recipientOf, type Account } from '../accounts/account.rules.ts';
import { addressKey } from '../accounts/address.rules.ts';
import { toldAddressesOf } from '../recovery/address/recovery-address.store.ts';
import { atOtherAddress, type OtherAddress } from './at-other-address.letter.ts';

/** What an account is told of what protects it. */
export type Notice<Facts> = {
  readonly letter: Letter<Facts>;
  readonly facts: Facts;
  /** What its other addresses read instead, where a link is for the login address alone. */
  readonly elsewhere?: Facts;
  /** It holds a link: whoever stole a session must not find that in the list of messages. */
  readonly isMailboxOnly?: boolean;
};

type Reader = { readonly address: string; readonly as: 'login' | OtherAddress };

/**
 * Who hears of what protects an account: its login address, its recovery address, and for a month
 * the one before (SU-04, SU-05, identity 3.15). Every such letter leaves here, so that none is
 * forgotten at one of them. The other addresses are read when a letter is due, never at the door.
 */
export async function tellEveryAddress<Facts>(
  tx: Tx,
  account: Account,
  notice: Notice<Facts>,
  now: Instant,
): Promise<void> {
  const others = await otherReadersOf(tx, account, now);
  await tellReaders(tx, { account, notice, of: [{ ...account, as: 'login' }, ...others] }, now);
}

/** The same for all but one of them: that one gets something of its own. */
export async function tellOtherAddresses<Facts>(
  tx: Tx,
  account: Account,
  { but, ...notice }: Notice<Facts> & { readonly but: string },
  now: Instant,
): Promise<void> {
  const all: Reader[] = [{ ...account, as: 'login' }, ...(await otherReadersOf(tx, account, now))];
  const of = all.filter(({ address }) => addressKey(address) !== addressKey(but));
  await tellReaders(tx, { account, notice, of }, now);
}

async function tellReaders<Facts>(
  tx: Tx,
  told: { account: Account; notice: Notice<Facts>; of: readonly Reader[] },
  now: Instant,
): Promise<void> {
  const { letter, facts, elsewhere = facts, isMailboxOnly = false } = told.notice;
  for (const { address, as } of told.of) {
    const to = { ...recipientOf(told.account), address, isMailboxOnly };
    if (as === 'login') await queue(tx, letter, facts, to, now);
    else await queue(tx, atOtherAddress(letter, as), elsewhere, to, now);
  }
}

/** Each mailbox once, whatever it was to the account. */
async function otherReadersOf(tx: Tx, account: Account, now: Instant): Promise<Reader[]> {
  const { holder } = account;
  if (holder.kind === 'staff') return [];
  const known = new Set([addressKey(account.address)]);
  return (await toldAddressesOf(tx, holder.id, now)).flatMap(({ address, endedAt }) => {
    if (known.has(addressKey(address))) return [];
    known.add(addressKey(address));
    return [{ address, as: endedAt ? 'former' : 'recovery' } as const];
  });
}
