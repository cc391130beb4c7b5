import type { Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import { toUuid, type Id, type OrganizationId } from '#kernel/ids.ts';
import { record } from '#modules/activity/index.ts';
import { lockOrganization, organizationsOf } from '#modules/organizations/index.ts';
import type { Tx } from '#platform/database/tx.ts';
import { lockPayable } from '../../payments/lock-payable.ts';
import type { Payable } from '../../payments/payable.rules.ts';
import { settleInvoiceByBank, settleProFormaByBank } from '../../payments/settle-by-bank.ts';
import { creditPrepaid } from '../../prepaid/credit-prepaid.ts';
import { normalReference } from '../../references/reference.rules.ts';
import { bindPayers, insertOutcomes } from '../lines/bank-line.store.ts';
import { placeOfPayable } from '../matching/line-booking.ts';
import { whyNot } from '../matching/matching.rules.ts';
import { staffName } from '../staff-name.rules.ts';
import { lockWaitingMoney, type WaitingMoney } from './waiting-money.ts';
import {
  notThisResolution,
  organizationUnknown,
  referenceNotPayable,
  workItemNotFound,
  workItemResolved,
} from './work-item.refusals.ts';
import { mayResolveBy } from './work-item.rules.ts';
import { endWorkItem, findWorkItem, type WorkItem } from './work-item.store.ts';

export type Resolving =
  | { readonly outcome: 'prepaid'; readonly organizationId: OrganizationId }
  | { readonly outcome: 'settle'; readonly reference: string }
  | { readonly outcome: 'keep'; readonly reason: string };

type Command = { readonly workItemId: Id<'wki'>; readonly resolving: Resolving };

/**
 * A person decides about bank money. Of two who decide at once one wins; the other learns who it
 * was.
 * Exactness binds people too: what is settled is settled with exactly its amount (R16).
 */
export async function resolveWorkItem(
  tx: Tx,
  { workItemId, resolving }: Command,
  actor: Actor,
  now: Instant,
): Promise<WorkItem> {
  const item = await openItem(tx, workItemId);
  const may = mayResolveBy(item.kind, item.state);
  if (!may.some((kind) => kind === resolving.outcome)) {
    throw notThisResolution({ outcome: resolving.outcome, may: may.join(', ') });
  }
  switch (resolving.outcome) {
    case 'keep':
      await claim(tx, item, resolving, actor, now);
      break;
    case 'prepaid':
      await toPrepaid(tx, { item, resolving }, actor, now);
      break;
    case 'settle':
      await settle(tx, { item, resolving }, actor, now);
      break;
  }
  const about = { kind: 'work-item', id: workItemId, label: item.kind };
  const facts = { kind: item.kind, outcome: resolving.outcome };
  const action = 'billing.work-item-resolved';
  await record(tx, { stream: 'instance', action, actor, about, facts }, now);
  return (await findWorkItem(tx, workItemId)) ?? item;
}

async function openItem(tx: Tx, workItemId: Id<'wki'>): Promise<WorkItem> {
  const item = await findWorkItem(tx, workItemId);
  if (!item) throw workItemNotFound({});
  if (item.resolved) throw alreadyResolved(item.resolved);
  return item;
}

const alreadyResolved = ({ by, at, outcome }: NonNullable<WorkItem['resolved']>) =>
  workItemResolved({ by, at: at.toISOString(), outcome });

/** Makes the item this person's; whoever comes second is told. */
async function claim(
  tx: Tx,
  { workItemId }: WorkItem,
  resolving: Resolving,
  ...[actor, now]: [Actor, Instant]
): Promise<void> {
  const { outcome } = resolving;
  const reason = resolving.outcome === 'keep' ? { reason: resolving.reason } : {};
  const by = staffName(actor);
  if (await endWorkItem(tx, toUuid(workItemId), { by, outcome, ...reason }, now)) return;
  const { resolved } = (await findWorkItem(tx, workItemId)) ?? {};
  throw resolved ? alreadyResolved(resolved) : workItemNotFound({});
}

type Given<O> = { readonly item: WorkItem; readonly resolving: Extract<Resolving, { outcome: O }> };

async function toPrepaid(
  tx: Tx,
  { item, resolving }: Given<'prepaid'>,
  actor: Actor,
  now: Instant,
): Promise<void> {
  const { organizationId } = resolving;
  const [known] = await organizationsOf(tx, [organizationId]);
  if (!known) throw organizationUnknown({});
  const waiting = await lockWaitingMoney(tx, item, now);
  await lockOrganization(tx, organizationId);
  await claim(tx, item, resolving, actor, now);
  const { amount, source, from, on } = waiting;
  const facts = waiting.reference === undefined ? {} : { reference: waiting.reference };
  const because = 'assigned-by-staff' as const;
  await creditPrepaid(tx, { organizationId, amount, because, facts, source, from, on }, actor, now);
  await note(tx, waiting, { organizationId, place: 'prepaid', because }, actor, now);
}

async function settle(
  tx: Tx,
  { item, resolving }: Given<'settle'>,
  actor: Actor,
  now: Instant,
): Promise<void> {
  const { reference: typed } = resolving;
  const waiting = await lockWaitingMoney(tx, item, now);
  const payable = await lockPayable(tx, normalReference(typed) ?? typed);
  if (!payable) throw referenceNotPayable({ reference: typed, because: 'unknown-reference' });
  const because = whyNot(waiting, payable);
  if (because) throw referenceNotPayable({ reference: typed, because });
  await claim(tx, item, resolving, actor, now);
  await pay(tx, { waiting, payable }, actor, now);
  const { organizationId } = payable;
  const target = { organizationId, targetId: toUuid(payable.id), ...placeOfPayable(payable) };
  await note(tx, waiting, target, actor, now);
}

async function pay(
  tx: Tx,
  { waiting, payable }: { waiting: WaitingMoney; payable: Payable },
  actor: Actor,
  now: Instant,
): Promise<void> {
  const { from, source, on } = waiting;
  if (payable.kind === 'invoice') {
    await settleInvoiceByBank(tx, { payable, from, source, on }, actor, now);
  } else await settleProFormaByBank(tx, { payable, from, source, on }, actor, now);
}

type Noted = {
  readonly organizationId: OrganizationId;
  readonly place: 'prepaid' | 'settled-invoice' | 'settled-pro-forma';
  readonly because?: string | undefined;
  readonly targetId?: string;
};

async function note(
  tx: Tx,
  { lineId, step, amount, payerIban }: WaitingMoney,
  { organizationId, place, because, targetId }: Noted,
  ...[actor, now]: [Actor, Instant]
): Promise<void> {
  const outcome = { lineId, step, part: 0, place, because, organizationId, targetId };
  const row = { ...outcome, foundBy: 'staff' as const, minor: amount.minor };
  await insertOutcomes(tx, [row], staffName(actor), now);
  if (payerIban !== undefined) await bindPayers(tx, [{ iban: payerIban, organizationId }], now);
}
