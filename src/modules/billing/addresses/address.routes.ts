import { serve } from '#platform/http/route.ts';
import { addAddress } from './add-address.ts';
import * as contracts from './address.contract.ts';
import { listAddresses } from './list-addresses.ts';
import { updateAddress } from './update-address.ts';

export const addressRoutes = [
  serve(contracts.listAddresses, ({ tx, params }) => listAddresses(tx, params.organizationId)),
  serve(contracts.addAddress, ({ tx, now, params, body, actor }) => {
    const { makeDefault, ...address } = body;
    return addAddress(tx, { ...params, address, makeDefault }, actor, now);
  }),
  serve(contracts.updateAddress, ({ tx, now, params, body, actor }) => {
    const { makeDefault = false, ...changes } = body;
    return updateAddress(tx, { ...params, changes, makeDefault }, actor, now);
  }),
];
