import { nobody } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import { record } from '#modules/activity/index.ts';
import type { Tx } from '#platform/database/tx.ts';
import { streamOf } from '../../accounts/account.rules.ts';
import { accountOf } from '../../accounts/account.store.ts';
import { tellOwner } from '../tell-owner.ts';
import type { Passkey } from './passkey.store.ts';

/** A passkey whose count went back may have been copied: it is stopped, and its owner told. */
export async function tellSuspended(tx: Tx, passkey: Passkey, now: Instant): Promise<void> {
  const account = await accountOf(tx, passkey.holder);
  const facts = { type: 'passkey' };
  const happening = { stream: streamOf(passkey.holder), actor: nobody, facts } as const;
  await record(tx, { ...happening, action: 'identity.factor-suspended' }, now);
  await tellOwner(tx, account, { happened: 'suspended', type: 'passkey', label: '' }, now);
}
