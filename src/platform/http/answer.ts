import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { Contract } from '#kernel/contract.ts';

/**
 * Sends what a handler gave. What leaves is parsed too: an answer that breaks its contract is our
 * bug, found by our tests.
 */
export function answer(reply: FastifyReply, contract: Contract, given: unknown): FastifyReply {
  const { returns } = contract;
  if (returns === undefined) return reply.code(204).send();
  if (typeof returns === 'string') {
    reply.type(returns === 'text/csv' ? 'text/csv; charset=utf-8' : returns);
    return reply.send(
      given instanceof Uint8Array
        ? Buffer.from(given)
        : Readable.from(given as AsyncIterable<string>),
    );
  }
  return reply
    .code(200)
    .type('application/json; charset=utf-8')
    .send(JSON.stringify(returns.parse(given)));
}
