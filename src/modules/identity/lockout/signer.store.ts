import type { Instant } from '#kernel/calendar.ts';
import { fromUuid } from '#kernel/ids.ts';
import { reusable } from '#platform/database/reusable.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Account, Door } from '../accounts/account.rules.ts';
import { staffAccount, userAccount } from '../accounts/account.store.ts';
import { addressKey } from '../accounts/address.rules.ts';
import { openCredential, type Credential } from '../passwords/credential.store.ts';
import type { DeviceId } from '../sessions/device.store.ts';
import { identity } from '../tables.generated.ts';

/** Whom an address names at a door, and what is known of the browser that asks. */
export type Signer = {
  readonly account: Account;
  /** The browser, where this account signed in before and still trusts it. */
  readonly deviceId: DeviceId | undefined;
  /** Opens the stored password. Undefined: there is none. */
  readonly credential: () => Credential | undefined;
};

/** One read, the same for an address that nobody has. */
export async function findSigner(
  tx: Tx,
  asked: { door: Door; address: string; deviceHash: Buffer | undefined },
  now: Instant,
): Promise<Signer | undefined> {
  const { door, address, deviceHash = noDevice } = asked;
  const given = { addressKey: addressKey(address), deviceHash, now };
  if (door === 'user') {
    const [row] = await userAtDoor(tx, given);
    return row && toSigner(tx, userAccount(row), row);
  }
  const [row] = await staffAtDoor(tx, given);
  return row && toSigner(tx, staffAccount(row), row);
}

/** No token has this hash. */
const noDevice = Buffer.alloc(0);

type Given = { addressKey: string; deviceHash: Buffer; now: Instant };

const userAtDoor = reusable(identity, (tables, given: Given) =>
  tables
    .selectFrom('identity.user as person')
    .leftJoin('identity.credential', 'identity.credential.user_id', 'person.id')
    .leftJoin('identity.device', (join) =>
      join
        .onRef('identity.device.user_id', '=', 'person.id')
        .on('identity.device.token_hash', '=', given.deviceHash)
        .on('identity.device.trusted_until', '>', given.now),
    )
    .select(['person.id', 'person.first_name', 'person.last_name', 'person.address'])
    .select(['person.language', 'person.disabled_at', 'person.lock_after'])
    .select(['identity.device.id as device_id', 'identity.credential.id as credential_id'])
    .select(['identity.credential.sealed', 'identity.credential.version'])
    .select('identity.credential.set_at')
    .where('person.address_key', '=', given.addressKey),
);

const staffAtDoor = reusable(identity, (tables, given: Given) =>
  tables
    .selectFrom('identity.staff as person')
    .leftJoin('identity.credential', 'identity.credential.staff_id', 'person.id')
    .leftJoin('identity.device', (join) =>
      join
        .onRef('identity.device.staff_id', '=', 'person.id')
        .on('identity.device.token_hash', '=', given.deviceHash)
        .on('identity.device.trusted_until', '>', given.now),
    )
    .select(['person.id', 'person.first_name', 'person.last_name', 'person.address'])
    .select(['person.language', 'person.disabled_at', 'person.role'])
    .select(['identity.device.id as device_id', 'identity.credential.id as credential_id'])
    .select(['identity.credential.sealed', 'identity.credential.version'])
    .select('identity.credential.set_at')
    .where('person.address_key', '=', given.addressKey),
);

function toSigner(
  tx: Tx,
  account: Account,
  row: {
    device_id: string | null;
    credential_id: string | null;
    sealed: string | null;
    version: number | null;
    set_at: Instant | null;
  },
): Signer {
  const { device_id: deviceId, credential_id: id, sealed, version, set_at: setAt } = row;
  const isStored = id !== null && sealed !== null && version !== null && setAt !== null;
  return {
    account,
    deviceId: deviceId === null ? undefined : fromUuid('dev', deviceId),
    credential: () =>
      isStored
        ? openCredential(tx, account.holder, { id, sealed, version, set_at: setAt })
        : undefined,
  };
}
