import { z } from 'zod';
import { contract } from '#kernel/contract.ts';
import { idOf } from '#kernel/ids.ts';
import { moneyOut } from '#kernel/money.ts';
import { textStopUnknown } from './traffic.refusals.ts';

/** What was spent today, of what may be. */
const pot = z.object({ texts: z.int(), spent: moneyOut, most: moneyOut });

const counted = {
  /** Codes that were sent lately and had their time. */
  sends: z.int(),
  /** Those that came back. */
  verified: z.int(),
};

export const readTextTraffic = contract({
  name: 'readTextTraffic',
  method: 'GET',
  path: '/staff/texts',
  summary: 'Texts to phones: what they cost today, whether codes come back, and what is stopped.',
  permission: 'staff.see',
  returns: z
    .object({
      isOffered: z.boolean(),
      codes: pot,
      notices: pot,
      countries: z.array(
        z.object({
          country: z.string(),
          price: moneyOut,
          codes: pot,
          notices: pot,
          ...counted,
          isStopped: z.boolean(),
        }),
      ),
      stops: z.array(
        z.object({
          stopId: idOf('stp'),
          /** A country’s code, or what the numbers of a block begin with. */
          place: z.string(),
          country: z.string(),
          ...counted,
          stoppedAt: z.iso.datetime(),
        }),
      ),
    })
    .meta({ id: 'TextTraffic' }),
});

export const allowTexts = contract({
  name: 'allowTexts',
  method: 'DELETE',
  path: '/staff/texts/stops/:stopId',
  summary: 'Lifts a stop of texts, with a reason; what was sent before does not count again.',
  permission: 'staff.administer',
  sensitive: true,
  params: z.object({ stopId: idOf('stp') }),
  body: z.strictObject({ reason: z.string().trim().min(3).max(500) }),
  refusals: [textStopUnknown],
});
