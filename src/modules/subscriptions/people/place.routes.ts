import { serve } from '#platform/http/route.ts';
import * as give from './give-place.ts';
import * as promise from './place.contract.ts';
import { proposePeople, readPlaces } from './read-places.ts';
import * as withdraw from './withdraw-place.ts';

export const placeRoutes = [
  serve(promise.readPlaces, ({ tx, params }) => readPlaces(tx, params)),
  serve(promise.proposePeople, async ({ tx, params }) => ({
    rows: await proposePeople(tx, params),
  })),
  serve(promise.givePlace, ({ tx, now, actor, params, body: { address } }) =>
    give.givePlace(tx, { ...params, address }, actor, now),
  ),
  serve(promise.withdrawPlace, ({ tx, now, actor, params }) =>
    withdraw.withdrawPlace(tx, params, actor, now),
  ),
];
