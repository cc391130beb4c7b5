// What somebody else owns, asked for by its own id in one's own organization or account: it is not
// there. Read from the declarations: a new route is tried the day it is written.
import { afterAll, expect, test } from 'vitest';
import type { Contract } from '#kernel/contract.ts';
import { listAddresses } from '#modules/billing/addresses/address.contract.ts';
import { listInvoices } from '#modules/billing/invoices/invoice.contract.ts';
import { listFactors } from '#modules/identity/factors/factor.contract.ts';
import { listSessions } from '#modules/identity/sessions/session.contract.ts';
import { listMyMessages } from '#modules/messages/outbox/message.contract.ts';
import { inviteMember } from '#modules/organizations/invitations/invitation.contract.ts';
import { createTeam } from '#modules/organizations/teams/team.contract.ts';
import { listProducts } from '#modules/subscriptions/products/product.contract.ts';
import { customer } from './customer.ts';
import { addCodeApp } from './factors.ts';
import { examplesOf } from './hostile.ts';
import { arrive, grace, linus, password } from './people.ts';
import { proveFor } from './proof.ts';

const world = await customer({ lasts: true });
afterAll(() => world.close());

const theirs = await idsOfAda();
const own = await arrive(world, { ...grace, country: 'CH' });

/** One of everything that has an id, Ada's or her organization's. */
async function idsOfAda(): Promise<{ readonly [name: string]: string | null | undefined }> {
  const { ada, organizationId, person } = world;
  const here = { params: { organizationId } };
  const hosting = { product: 'web-hosting', offer: 'standard', period: 'year', quantity: 1 };
  const paid = await world.order(hosting);
  await world.transfer(await world.reference(paid.proFormaId), paid.gross);
  const { orderId, proFormaId } = await world.order(hosting);
  await world.runJobs();
  await addCodeApp(world, ada);
  const body = { address: linus.address, role: 'external', billingRight: false } as const;
  const { invitationId } = await ada.call(inviteMember, { ...here, body });
  const team = { ...here, body: { name: 'Webmasters', tint: 2 } };
  return {
    ...{ orderId, proFormaId, invitationId, userId: person.userId, address: 'info' },
    teamId: (await ada.call(createTeam, team)).teamId,
    subscriptionId: (await ada.call(listProducts, here)).rows[0]?.subscriptionId,
    invoiceId: (await ada.call(listInvoices, here)).rows[0]?.invoiceId,
    addressId: (await ada.call(listAddresses, here)).addresses[0]?.addressId,
    sessionId: (await ada.call(listSessions)).sessions[0]?.sessionId,
    factorId: (await ada.call(listFactors)).factors[0]?.factorId,
    messageId: (await ada.call(listMyMessages)).rows[0]?.messageId,
  };
}

const namesIn = ({ path }: Contract) =>
  [...path.matchAll(/:(\w+)/g)]
    .map(([, name = '']) => name)
    .filter((one) => one !== 'organizationId');

const contracts = world.app.routes
  .map(({ contract }): Contract => contract)
  .filter((one) => !one.permission.startsWith('staff.') && namesIn(one).length > 0)
  .filter(({ permission }) => permission !== 'public' && permission !== 'attempt')
  .map((contract) => ({ contract, route: `${contract.method} ${contract.path}` }));

test('each kind of thing that a path names is there to be asked for', () => {
  const names = new Set(contracts.flatMap(({ contract }) => namesIn(contract)));
  expect([...names].filter((name) => !theirs[name])).toEqual([]);
});

/** The same kind of id, and nobody's. */
const nobodys = Object.fromEntries(
  Object.entries(theirs).map(([name, id]) => [name, id?.replace(/[0-9a-f]{32}$/, 'f'.repeat(32))]),
);

type Told = { readonly status: number };

/** What is told of these ids, to somebody who may do everything in an organization of their own. */
async function told(contract: Contract, ids: typeof theirs): Promise<readonly Told[]> {
  const { browser, ownId } = own;
  if (contract.sensitive === 'critical') {
    const isHere = contract.path.includes(':organizationId');
    const named = namesIn(contract).map((name) => ids[name]);
    await proveFor(browser, contract, [...(isHere ? [ownId] : []), ...named].join('/'));
  }
  const bodies = contract.body ? examplesOf(contract.body) : [undefined];
  const answers: Told[] = [];
  for (const example of bodies) {
    const hasPassword = Object(example).password !== undefined;
    const body = hasPassword ? { ...Object(example), password } : example;
    const params = { ...ids, organizationId: ownId };
    const answer = await browser.send(contract as never, { params, body, key: 'k' } as never);
    const { requestId: _, ...rest } = answer.json<{ requestId?: string }>();
    answers.push({ status: answer.statusCode, ...rest });
  }
  return answers;
}

test.for(contracts)('[WB-08] of somebody else: $route', async ({ contract }) => {
  const known = await told(contract, theirs);
  expect(known).toEqual(await told(contract, nobodys));
  const done = known.filter(({ status }) => contract.method !== 'GET' && status < 400);
  expect(done).toEqual([]);
  expect(JSON.stringify(known)).not.toMatch(/Ada|Webmasters|Phone/);
});
