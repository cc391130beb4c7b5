import type { Selectable } from 'kysely';
import type { Instant } from '#kernel/calendar.ts';
import { fromUuid, toUuid, type Id } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { NewUser } from '../accounts/user.rules.ts';
import { identity, type IdentityTables } from '../tables.generated.ts';

export type SignUpId = Id<'sup'>;

/** A wish for an account: nothing of it counts until its link is used. */
export type SignUp = NewUser & { readonly signUpId: SignUpId; readonly expiresAt: Instant };

export async function insertSignUp(tx: Tx, signUp: SignUp, now: Instant): Promise<void> {
  await identity(tx)
    .insertInto('identity.sign_up')
    .values({
      id: toUuid(signUp.signUpId),
      address: signUp.address,
      first_name: signUp.firstName,
      last_name: signUp.lastName,
      country: signUp.country,
      language: signUp.language,
      created_at: now,
      expires_at: signUp.expiresAt,
    })
    .execute();
}

export async function findSignUp(tx: Tx, signUpId: SignUpId): Promise<SignUp | undefined> {
  const row = await identity(tx)
    .selectFrom('identity.sign_up')
    .selectAll()
    .where('id', '=', toUuid(signUpId))
    .executeTakeFirst();
  return row && toSignUp(row);
}

/** Nothing personal of a wish is kept once it came true. */
export async function dropSignUpsOf(tx: Tx, address: string): Promise<void> {
  await identity(tx).deleteFrom('identity.sign_up').where('address', '=', address).execute();
}

function toSignUp(row: Selectable<IdentityTables['identity.sign_up']>): SignUp {
  return {
    signUpId: fromUuid('sup', row.id),
    address: row.address,
    firstName: row.first_name,
    lastName: row.last_name,
    country: row.country,
    language: row.language,
    expiresAt: row.expires_at,
  };
}
