import type { OrganizationId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import { fullName, usersOf } from '#modules/identity/index.ts';
import type { Recipient } from '#modules/messages/index.ts';
import { standingIn } from '../contact/standing.ts';
import { readersOf, type Subject } from '../contact/contact.rules.ts';

/**
 * Whom to write to about a subject: the members who may do something about it and did not turn it
 * off, each in their own language (N1).
 */
export async function recipientsOf(
  tx: Tx,
  organizationId: OrganizationId,
  subject: Subject,
): Promise<Recipient[]> {
  const readers = readersOf(subject, await standingIn(tx, organizationId, subject));
  const users = await usersOf(
    tx,
    readers.map(({ userId }) => userId),
  );
  return users.map(({ userId, name, address, language }) => ({
    userId,
    address,
    language,
    organizationId,
    name: fullName(name),
  }));
}
