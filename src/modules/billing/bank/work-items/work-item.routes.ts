import { toMoneyOut } from '#kernel/money.ts';
import { serve } from '#platform/http/route.ts';
import { presentLine } from '../lines/present-bank-line.ts';
import { shown, workItems, type ShownItem } from './list-work-items.ts';
import { resolveWorkItem as resolve } from './resolve-work-item.ts';
import { listWorkItems, resolveWorkItem } from './work-item.contract.ts';
import { workItemNotFound } from './work-item.refusals.ts';
import { mayResolveBy } from './work-item.rules.ts';

function present({ item, line, proposed }: ShownItem) {
  const { workItemId, kind, facts, state, proposal, resolved } = item;
  return {
    ...{ workItemId, kind, facts, state },
    amount: item.amount ? toMoneyOut(item.amount) : null,
    line: line ? presentLine(line) : null,
    proposal: proposal ? { ...proposal, organization: proposed ?? '' } : null,
    openedAt: item.openedAt.toISOString(),
    resolved: resolved
      ? { ...resolved, at: resolved.at.toISOString(), reason: resolved.reason ?? null }
      : null,
    may: [...mayResolveBy(kind, state)],
  };
}

export const workItemRoutes = [
  serve(listWorkItems, async ({ tx, query }) => {
    const { rows, next } = await workItems(tx, query);
    return { rows: rows.map(present), next };
  }),
  serve(resolveWorkItem, async ({ tx, params, body, actor, now }) => {
    const { workItemId } = params;
    const item = await resolve(tx, { workItemId, resolving: body }, actor, now);
    const [answer] = await shown(tx, [item]);
    if (!answer) throw workItemNotFound({});
    return present(answer);
  }),
];
