import { noCandidate, type FactorKind } from '../asking/kind.ts';
import { passkeyRequest, placeOfPasskeys, useChallenge } from './ask-passkey.ts';
import { checkPasskey } from './check-passkey.ts';
import { credentialIdsOf, findPasskey } from './passkey.store.ts';

/** Passkeys and security keys after the password, and in a step-up. */
export const passkeyKind: FactorKind<'passkey'> = {
  challenge: async (tx, { account, purpose, boundTo }, now) => {
    const allowed = await credentialIdsOf(tx, account.holder, ['active']);
    const request = { purpose, boundTo, allowed, userVerification: 'preferred' } as const;
    return passkeyRequest(tx, request, now);
  },
  read: async (tx, { account, purpose, boundTo }, { response: assertion }, now) => {
    const { clientDataJSON } = assertion.response;
    const challenge = await useChallenge(tx, { clientDataJSON, purpose, boundTo }, now);
    const credentialId = Buffer.from(assertion.id, 'base64url');
    const { holder } = account;
    const passkey = await findPasskey(tx, { door: holder.kind, credentialId });
    if (!passkey || challenge === undefined || passkey.holder.id !== holder.id) return noCandidate;
    const { origin, rpId } = placeOfPasskeys(tx);
    return checkPasskey({ passkey, assertion, challenge, origin, rpId, isWhole: false });
  },
};
