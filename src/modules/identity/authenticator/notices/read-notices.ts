import type { Instant } from '#kernel/calendar.ts';
import { latestOfPerson } from '#modules/activity/index.ts';
import type { Tx } from '#platform/database/tx.ts';
import { accountOf } from '../../accounts/account.store.ts';
import { placeOf } from '../../places/place-of.ts';
import { addressIn, placeLine } from '../../places/place.rules.ts';
import { after } from '../../sessions/session.rules.ts';
import type { SignedMessage } from '../push.rules.ts';
import { claimed } from '../signed.ts';
import { signingApp } from '../signing-app.ts';
import { noticeKinds, noticesPayload, shownNotices, type NoticeKind } from './notice.rules.ts';

export type PhoneNotice = {
  readonly id: string;
  readonly what: NoticeKind;
  /** The name of the method that it was about. */
  readonly label: string | undefined;
  readonly at: string;
  /** Where it was done, as far as that is known. */
  readonly from: string | undefined;
};

/**
 * What was lately changed of what protects the account, for its phone (SU-04): what, when and where,
 * as its log has it. A phone that is stopped reads nothing; the log of staff is no person’s own.
 */
export async function readNotices(
  tx: Tx,
  message: SignedMessage,
  now: Instant,
): Promise<PhoneNotice[]> {
  const said = claimed(noticesPayload, message);
  const { holder } = await signingApp(tx, { message, said }, ['active'], now);
  if (holder.kind === 'staff') return [];
  const { language } = await accountOf(tx, holder);
  const from = after(now, -shownNotices.seconds);
  const actions = noticeKinds.map((kind) => `identity.${kind}`);
  const asked = { actions, from, limit: shownNotices.most };
  return (await latestOfPerson(tx, holder.id, asked)).flatMap((entry) => {
    const what = noticeKinds.find((kind) => entry.action === `identity.${kind}`);
    if (!what) return [];
    const { id, at, device, place: prefix } = entry;
    const place = prefix && placeOf(tx, prefix, language);
    const where = place ? placeLine(place) : prefix && addressIn(prefix);
    const said = [device, where].filter(Boolean).join(' · ');
    return [{ id, what, at, label: entry.about?.label, from: said === '' ? undefined : said }];
  });
}
