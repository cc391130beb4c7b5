import type { Instant } from '#kernel/calendar.ts';
import { mailTo } from '#modules/messages/index.ts';
import { settingsOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import { signUpOfAttempt } from '../gate/attempt.store.ts';
import { tokenHash } from '../tokens/token.ts';
import { noMailbox } from './sign-up.refusals.ts';
import { alreadyHaveAccount } from './already-have-account.letter.ts';
import { verifyAddress } from './verify-address.letter.ts';

const letters: ReadonlySet<string> = new Set([verifyAddress.name, alreadyHaveAccount.name]);

/**
 * On a sandbox instance: the sign-up mails to the address that was typed in this browser, since it
 * was typed (settled 15). Never a reset link, never what was sent to that address before.
 */
export async function readSignUpMailbox(tx: Tx, token: string | undefined, now: Instant) {
  const { demo, origin } = settingsOf(tx);
  if (!demo || token === undefined) throw noMailbox({});
  const typed = await signUpOfAttempt(tx, tokenHash(token), now);
  if (!typed) throw noMailbox({});
  const mails = (await mailTo(tx, typed.address)).filter(
    ({ letter, queuedAt }) => letters.has(letter) && queuedAt >= typed.since,
  );
  return {
    address: typed.address,
    mails: mails.map(({ subject, body, queuedAt }) => ({
      subject,
      ...body,
      link: linkIn(body.text, origin),
      sentAt: queuedAt.toISOString(),
    })),
  };
}

function linkIn(text: string, origin: string): string | null {
  const start = text.indexOf(`${origin}/verify#`);
  return start < 0 ? null : (/^\S+/.exec(text.slice(start))?.[0] ?? null);
}
