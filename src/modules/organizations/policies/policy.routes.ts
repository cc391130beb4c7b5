import { takeProofFor } from '#modules/identity/index.ts';
import { serve } from '#platform/http/route.ts';
import { policyEffect } from './policy-effect.ts';
import { readPolicy, readPolicyEffect, savePolicy } from './policy.contract.ts';
import { latestPolicy } from './policy.store.ts';
import { presentPolicy } from './present-policy.ts';
import { savePolicy as save } from './save-policy.ts';

export const policyRoutes = [
  serve(readPolicy, async ({ tx, now, params }) =>
    presentPolicy(await latestPolicy(tx, params.organizationId), now),
  ),
  serve(savePolicy, async ({ tx, now, actor, params, body }) => {
    const { basedOn, idleMinutes, absoluteHours, secondFactor, ...rest } = body;
    const policy = {
      ...rest,
      secondFactor: secondFactor ?? undefined,
      idleSeconds: idleMinutes === null ? undefined : idleMinutes * 60,
      absoluteSeconds: absoluteHours === null ? undefined : absoluteHours * 3600,
    };
    const { sessionId } = actor;
    const critical = { action: savePolicy.name, object: params.organizationId };
    const makeSure = () => takeProofFor(tx, { sessionId, critical }, now);
    const saved = await save(tx, { ...params, policy, basedOn, actor, makeSure }, now);
    return presentPolicy(saved, now);
  }),
  serve(readPolicyEffect, ({ tx, actor, params, query }) =>
    policyEffect(tx, { ...params, demand: query, reader: actor.userId }),
  ),
];
