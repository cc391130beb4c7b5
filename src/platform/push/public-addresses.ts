import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { PushRefused } from './push-refused.ts';

/** Looks a name up for a connection, and refuses what leads into a network of ours. */
export const publicAddresses: LookupFunction = (hostname, options, done) => {
  lookup(hostname, { ...options, all: true }, (error, found) => {
    if (error) return done(error, []);
    const isPublic = found.every(({ address }) => ipaddr.process(address).range() === 'unicast');
    const [first] = found;
    if (!first || !isPublic) return done(new PushRefused(`${hostname} is no host outside`), []);
    return options.all ? done(null, found) : done(null, first.address, first.family);
  });
};
