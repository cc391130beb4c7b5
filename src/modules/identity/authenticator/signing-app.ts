import type { Instant } from '#kernel/calendar.ts';
import { settingsOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { FactorId, FactorState } from '../factors/factor.rules.ts';
import { findApp, type App } from './app.store.ts';
import { appRefused } from './push.refusals.ts';
import type { SignedMessage } from './push.rules.ts';
import { appKey, requireSigned } from './signed.ts';

/** What an app says of itself, with its signature. */
export type SaidByApp = {
  readonly message: SignedMessage;
  readonly said: {
    readonly factorId: FactorId;
    readonly origin: string;
    readonly iat: number;
  };
};

/** The app that signed this, while it is in one of these states; anything else is refused. */
export async function signingApp(
  tx: Tx,
  { message, said }: SaidByApp,
  states: readonly FactorState[],
  now: Instant,
): Promise<App> {
  const app = await findApp(tx, said.factorId);
  if (!app?.publicKey || !states.some((state) => state === app.state)) throw appRefused({});
  const { origin } = settingsOf(tx);
  requireSigned(message, { key: appKey(app.publicKey), origin, said }, now);
  return app;
}
