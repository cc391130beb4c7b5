import { z } from 'zod';
import { contract } from '#kernel/contract.ts';
import { idOf, organizationId, userId } from '#kernel/ids.ts';
import { productNotFound } from '../products/subscription.refusals.ts';
import { noPlaceLeft, noSuite, notAMember, notInSuite } from './place.refusals.ts';

const params = z.object({ organizationId, subscriptionId: idOf('sub') });

export const readPlaces = contract({
  name: 'readPlaces',
  method: 'GET',
  path: '/organizations/:organizationId/products/:subscriptionId/places',
  summary: 'Who uses a suite, and how many people it is for.',
  permission: 'products.see',
  params,
  returns: z
    .object({
      isOpen: z.boolean().describe('False: the suite is over, nobody can be let in.'),
      included: z.int().nullable().describe('Places by the offer; null: as many as you like.'),
      places: z.array(
        z.object({
          userId,
          name: z.string(),
          address: z.string(),
          givenAt: z.iso.datetime(),
          givenBy: z.string(),
        }),
      ),
    })
    .meta({ id: 'SuitePlaces' }),
  refusals: [productNotFound, noSuite],
});

export const proposePeople = contract({
  name: 'proposePeople',
  method: 'GET',
  path: '/organizations/:organizationId/products/:subscriptionId/people',
  summary: 'Members who are not in a suite yet, at most a hundred.',
  permission: 'members.see',
  params,
  returns: z
    .object({ rows: z.array(z.object({ name: z.string(), address: z.string() })) })
    .meta({ id: 'ProposedPeople' }),
  refusals: [productNotFound, noSuite],
});

export const givePlace = contract({
  name: 'givePlace',
  method: 'POST',
  path: '/organizations/:organizationId/products/:subscriptionId/places',
  summary: 'Lets a member use a suite. While they do, they do not leave the organization (R35).',
  permission: 'products.manage',
  params,
  body: z.strictObject({ address: z.string().max(320).describe('With which they sign in.') }),
  refusals: [productNotFound, noSuite, notAMember, noPlaceLeft],
});

export const withdrawPlace = contract({
  name: 'withdrawPlace',
  method: 'DELETE',
  path: '/organizations/:organizationId/products/:subscriptionId/places/:userId',
  summary: 'Takes somebody out of a suite: their place is free.',
  permission: 'products.manage',
  params: params.extend({ userId }),
  refusals: [productNotFound, noSuite, notInSuite],
});
