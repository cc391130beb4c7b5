import QRCode from 'qrcode';
import type { Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import { newId } from '#kernel/new-id.ts';
import { settingsOf } from '#platform/database/surroundings.ts';
import type { Within } from '#platform/database/database.ts';
import type { Tx } from '#platform/database/tx.ts';
import { accountOf } from '../../accounts/account.store.ts';
import { holderOf } from '../../sessions/end-sessions.ts';
import { after } from '../../sessions/session.rules.ts';
import { requireBeginning } from '../../staff/beginning/require-beginning.ts';
import { bindFactor, type Enrolled } from '../bind-factor.ts';
import { refuseUncounted } from '../counting/asked-factors.ts';
import { enrolmentOver, factorWrong } from '../factor.refusals.ts';
import { enrolSeconds, type FactorId } from '../factor.rules.ts';
import { insertPending, pendingFactor } from '../factor.store.ts';
import { addressOfSeed, newSeed, stepOf } from './totp.ts';

type SessionActor = Extract<Actor, { kind: 'user' | 'staff' }>;

/** Shown once, while it is set up: the only moment at which a seed leaves the server. */
export type NewTotp = {
  readonly factorId: FactorId;
  readonly seed: string;
  readonly picture: { readonly size: number; readonly path: string };
  readonly expiresAt: Instant;
};

/** Begins with a code app: its seed is sealed at once and waits ten minutes for its first code. */
export async function beginTotp(
  tx: Tx,
  { actor, label, code }: { actor: SessionActor; label: string; code?: string | undefined },
  now: Instant,
): Promise<NewTotp> {
  const holder = holderOf(actor);
  refuseUncounted(tx, holder, 'totp');
  await requireBeginning(tx, { holder, code }, now);
  const { address } = await accountOf(tx, holder);
  const factorId = newId('fac', now);
  const seed = newSeed();
  const expiresAt = after(now, enrolSeconds);
  const pending = { factorId, holder, type: 'totp', label, expiresAt, secret: seed } as const;
  await insertPending(tx, pending, now);
  const issuer = settingsOf(tx).brand;
  const picture = pictureOf(addressOfSeed(seed, { issuer, label: address }));
  return { factorId, seed, picture, expiresAt };
}

/** Confirms with one code; its step is used up with it. */
export async function confirmTotp(
  within: Within,
  { actor, factorId, code }: { actor: SessionActor; factorId: FactorId; code: string },
  now: Instant,
): Promise<Enrolled> {
  const pending = { factorId, holder: holderOf(actor), type: 'totp' } as const;
  const waiting = await within((tx) => pendingFactor(tx, pending, now));
  if (!waiting?.secret) throw enrolmentOver({});
  const lastStep = stepOf(waiting.secret, code, now);
  if (lastStep === undefined) throw factorWrong({});
  const { label } = waiting;
  return bindFactor(within, { actor, confirmed: { factorId, type: 'totp', label, lastStep } }, now);
}

/** A QR code as the outline of its dark squares: pages draw it, nothing foreign is embedded. */
export function pictureOf(text: string): { size: number; path: string } {
  const { size, data } = QRCode.create(text, { errorCorrectionLevel: 'M' }).modules;
  const squares = Array.from(data, (isDark, at) =>
    isDark ? `M${at % size} ${Math.floor(at / size)}h1v1h-1z` : '',
  );
  return { size, path: squares.join('') };
}
