import { settingsOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import { isListed } from './blocklist.ts';
import { faultOf, minimumLength, normalized, type PasswordFault } from './password.rules.ts';
import * as refuse from './password.refusals.ts';

/** Of whom a password must not consist. */
export type PasswordOwner = {
  readonly firstName: string;
  readonly lastName: string;
  readonly address: string;
};

/** Turns a new password down with its reason, or lets it pass (PW-01 … PW-06). Hashes nothing. */
export function judgePassword(tx: Tx, password: string, owner: PasswordOwner): void {
  const { brand, origin } = settingsOf(tx);
  const { hostname } = new URL(origin);
  const [local = '', domain = ''] = owner.address.split('@');
  const words = [
    'atrio',
    'password',
    brand,
    hostname,
    ...hostname.split('.'),
    owner.firstName,
    owner.lastName,
    local,
    domain,
    ...domain.split('.'),
    owner.address,
  ];
  const minimum = minimumLength({ isFactorForced: false });
  const fault = faultOf(normalized(password), { minimum, words, isListed });
  if (fault) throw refusalOf(fault);
}

function refusalOf(fault: PasswordFault) {
  switch (fault.kind) {
    case 'short':
      return refuse.passwordShort({ minimum: fault.minimum });
    case 'long':
      return refuse.passwordLong({ maximum: fault.maximum });
    case 'simple':
      return refuse.passwordSimple({});
    case 'personal':
      return refuse.passwordPersonal({});
    case 'listed':
      return refuse.passwordListed({});
  }
}
