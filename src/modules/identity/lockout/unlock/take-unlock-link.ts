import { nobody } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import { fromUuid } from '#kernel/ids.ts';
import { record } from '#modules/activity/index.ts';
import type { Within } from '#platform/database/database.ts';
import type { Tx } from '#platform/database/tx.ts';
import { streamOf } from '../../accounts/account.rules.ts';
import { lockAccount } from '../../accounts/account.store.ts';
import type { Browser } from '../../gate/browser.rules.ts';
import { deviceLabel } from '../../sessions/device-name.ts';
import { knowDevice } from '../../sessions/know-device.ts';
import { subjectOfLink, useLink } from '../../tokens/one-time.store.ts';
import { tokenHash } from '../../tokens/token.ts';
import { linkDead } from '../../tokens/token.refusals.ts';
import { passDoor } from '../work/pass-door.ts';
import { boundToAddress } from './unlock-link.ts';

type Following = { readonly token: string; readonly browser: Browser };

/**
 * Makes this browser known, so that its tries count in a lane of their own. The lock stands for all
 * others until somebody really signs in: the link alone changes nothing (LK-09).
 */
export async function takeUnlockLink(
  within: Within,
  { token, browser }: Following,
  now: Instant,
): Promise<{ deviceToken: string }> {
  // committed first: a refusal must not give the try back
  await within((tx) => passDoor(tx, 'unlock-link', browser, now));
  return within((tx) => letIn(tx, { token, browser }, now));
}

async function letIn(
  tx: Tx,
  { token, browser }: Following,
  now: Instant,
): Promise<{ deviceToken: string }> {
  const link = { purpose: 'unlock', tokenHash: tokenHash(token) } as const;
  const subject = await subjectOfLink(tx, link, now);
  if (subject === undefined) throw linkDead({});
  const account = await lockAccount(tx, { kind: 'user', id: fromUuid('usr', subject) });
  const boundHash = boundToAddress(account);
  const isOurs = !account.isDisabled && (await useLink(tx, { ...link, subject, boundHash }, now));
  if (!isOurs) throw linkDead({});
  const device = await knowDevice(tx, { holder: account.holder, ...browser }, now);
  const happening = { stream: streamOf(account.holder), action: 'identity.browser-let-in' };
  const personal = { device: deviceLabel(browser.agent), from: browser.prefix };
  await record(tx, { ...happening, actor: nobody, personal }, now);
  return { deviceToken: device.token };
}
