import { randomBytes } from 'node:crypto';
import type { Instant } from '#kernel/calendar.ts';
import type { Id, OrganizationId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { SellerAccount } from '../seller/seller.rules.ts';
import { referenceOf, serialLength, type ReferenceKind } from './reference.rules.ts';
import { registerReferences } from './reference.store.ts';

export type ReferenceWish = {
  readonly kind: ReferenceKind;
  readonly organizationId: OrganizationId;
  readonly subjectId: Id<string>;
  /** Decides the shape: QR reference with a QR-IBAN, creditor reference without (D23). */
  readonly account: SellerAccount;
};

const mostTries = 5;

/**
 * Draws a reference for each wish, unique for ever (R14). Serials are random: no counter is locked,
 * and a typing mistake practically never hits another customer's reference.
 */
export async function drawReferences(
  tx: Tx,
  wishes: readonly ReferenceWish[],
  now: Instant,
): Promise<readonly string[]> {
  const drawn: (string | undefined)[] = wishes.map(() => undefined);
  for (let tries = 0; tries < mostTries; tries++) {
    const missing = wishes.flatMap((wish, index) => (drawn[index] ? [] : [{ wish, index }]));
    if (missing.length === 0) break;
    const tried = missing.map((one) => ({ ...one, reference: candidateFor(one.wish) }));
    const wanted = tried.map(({ wish, reference }) => ({ ...wish, reference }));
    const registered = await registerReferences(tx, wanted, now);
    for (const { index, reference } of tried) {
      // two wishes of one statement may have drawn the same: the registry took it once
      if (registered.delete(reference)) drawn[index] = reference;
    }
  }
  return drawn.map((reference) => {
    if (!reference) throw new Error('no free reference was found');
    return reference;
  });
}

function candidateFor({ kind, account }: ReferenceWish): string {
  const type = account.qrIban ? 'QRR' : 'SCOR';
  const prefix = type === 'QRR' ? (account.referencePrefix ?? '') : '';
  return referenceOf(type, kind, { prefix, serial: randomDigits(serialLength(type, prefix)) });
}

/** Uniform digits: bytes from 250 on are left out. */
function randomDigits(length: number): string {
  let digits = '';
  while (digits.length < length) {
    for (const byte of randomBytes(length * 2)) {
      if (byte < 250 && digits.length < length) digits += String(byte % 10);
    }
  }
  return digits;
}
