import { serve } from '#platform/http/route.ts';
import { takePasskeyOffer } from './offer.contract.ts';
import { offerPasskey } from './offer-passkey.ts';

export const passkeyOfferRoutes = [
  serve(takePasskeyOffer, async ({ tx, now, actor }) => ({
    isOffered: await offerPasskey(tx, actor.userId, now),
  })),
];
