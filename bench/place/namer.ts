// A route of ours that asks who is there and says it: what stands between it and its answer is the
// session check.
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { apiPrefix, contract } from '#kernel/contract.ts';
import { authenticate } from '#modules/identity/index.ts';
import { registerRoutes } from '#platform/http/edge.ts';
import { cookieSpelling } from '#platform/http/http-side.ts';
import { serve } from '#platform/http/route.ts';
import { createServer } from '#platform/http/server.ts';
import type { Person } from '#test/people.ts';
import type { Place } from './place.ts';

const sayName = contract({
  name: 'sayName',
  method: 'GET',
  path: '/name',
  summary: 'Says who asks.',
  permission: 'self',
  returns: z.object({ name: z.string() }),
});

export const namePath = apiPrefix + sayName.path;

/** A server with this route only; nothing listens yet. */
export async function openNamer({ app, clock }: Place): Promise<FastifyInstance> {
  const { settings, database } = app;
  const server = await createServer(settings);
  const route = serve(sayName, async ({ actor }) => ({ name: actor.name }));
  const access = { authenticate, authorize: async () => undefined };
  const http = { ...settings, insecure: settings.insecureHttp };
  registerRoutes(server, [route], { database, clock, access, settings: http });
  return server;
}

/** As the browser of this person sends it. */
export function sessionCookie({ browser }: Person): string {
  return `${cookieSpelling('sid', { insecure: false })}=${browser.cookie('sid') ?? ''}`;
}
