import type { Tx } from '#platform/database/tx.ts';
import type { Holder } from '../../accounts/account.rules.ts';
import { noCandidate, type Asked, type FactorKind } from '../asking/kind.ts';
import { askedFactors, demandOn } from '../counting/asked-factors.ts';
import type { FactorId } from '../factor.rules.ts';
import { passkeyRequest, placeOfPasskeys, useChallenge } from './ask-passkey.ts';
import { checkPasskey } from './check-passkey.ts';
import { credentialsOf, findPasskey } from './passkey.store.ts';

/** Passkeys and security keys after the password, and in a step-up. */
export const passkeyKind: FactorKind<'passkey'> = {
  challenge: async (tx, asked, now) => {
    const { account, purpose, spared } = asked;
    const { holder } = account;
    const bound = await credentialsOf(tx, holder, ['active']);
    const isTaken = await takenOf(tx, holder);
    const allowed = bound.flatMap(({ factorId, credentialId }) =>
      factorId === spared || !isTaken(factorId) ? [] : [credentialId],
    );
    const boundTo = placeOf(asked);
    // asked of staff here, and checked by flag where it is taken (MF-15)
    const isWhole = demandOn(tx, holder)?.factors === 'passkey';
    const userVerification = isWhole ? 'required' : 'preferred';
    return passkeyRequest(tx, { purpose, boundTo, allowed, userVerification }, now);
  },
  read: async (tx, asked, { response: assertion }, now) => {
    const { account, purpose } = asked;
    const { clientDataJSON } = assertion.response;
    const given = { clientDataJSON, purpose, boundTo: placeOf(asked) };
    const challenge = await useChallenge(tx, given, now);
    const credentialId = Buffer.from(assertion.id, 'base64url');
    const { holder } = account;
    const passkey = await findPasskey(tx, { door: holder.kind, credentialId });
    if (!passkey || challenge === undefined || passkey.holder.id !== holder.id) return noCandidate;
    const { origin, rpId } = placeOfPasskeys(tx);
    return checkPasskey({ passkey, assertion, challenge, origin, rpId, isWhole: false });
  },
};

/** Of staff only what is asked for; of customers everything that is bound. */
async function takenOf(tx: Tx, holder: Holder): Promise<(factorId: FactorId) => boolean> {
  if (holder.kind === 'user') return () => true;
  const { factors } = await askedFactors(tx, holder);
  return (factorId) => factors.some((factor) => factor.factorId === factorId);
}

/** Who asks, and for what. */
const placeOf = ({ boundTo, about }: Asked): string =>
  about === undefined ? boundTo : `${boundTo} ${about}`;
