import type { Refusal } from '#kernel/refusal.ts';
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

function refusalOf(fault: PasswordFault): Refusal {
  if (fault.kind === 'short') return refuse.passwordShort({ minimum: fault.minimum });
  if (fault.kind === 'long') return refuse.passwordLong({ maximum: fault.maximum });
  return withoutFacts[fault.kind]({});
}

const withoutFacts = {
  simple: refuse.passwordSimple,
  personal: refuse.passwordPersonal,
  listed: refuse.passwordListed,
} as const;
