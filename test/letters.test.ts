// Who receives which mail: every letter stands in src/letters.ts, and those to members reach whom
// the table says, whatever their role and whatever they turned off.
import { globSync, readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import type { MemberRole } from '#kernel/permission.ts';
import { toUuid, type OrganizationId } from '#kernel/ids.ts';
import type { Letter } from '#modules/messages/index.ts';
import { addMember, revokeOnAccount } from '#modules/organizations/index.ts';
import { changeContact } from '#modules/organizations/contact/contact.contract.ts';
import { leaveOrganization } from '#modules/organizations/leaving/leaving.contract.ts';
import {
  createOrganization,
  updateOrganization,
} from '#modules/organizations/organization/organization.contract.ts';
import { cancelOrder } from '#modules/subscriptions/orders/order.contract.ts';
import { moveProduct } from '#modules/subscriptions/moves/move.contract.ts';
import { listProducts } from '#modules/subscriptions/products/product.contract.ts';
import { letters } from '../src/letters.ts';
import { customer } from './customer.ts';
import { arrive, linus } from './people.ts';

const files = globSync('src/**/*.letter.ts');
const defined = (
  await Promise.all(
    files.map(async (path) => {
      const exported: Record<string, unknown> = await import(/* @vite-ignore */ `../${path}`);
      return Object.values(exported).filter(isLetter);
    }),
  )
).flat();

function isLetter(found: unknown): found is Letter<never> {
  return typeof found === 'object' && found !== null && 'content' in found && 'name' in found;
}

test('every letter of the product says who receives it, and nothing else does', () => {
  const names = defined.map(({ name }) => name).toSorted();
  expect(names.length).toBeGreaterThan(20);
  expect(Object.keys(letters).toSorted()).toEqual(names);
});

test('letters stand in files of their kind', () => {
  const elsewhere = globSync('src/**/*.ts').filter(
    (path) =>
      !/\.(letter|test|rules)\.ts$/.test(path) &&
      /defineLetter[<(]/.test(readFileSync(path, 'utf8')),
  );
  expect(elsewhere).toEqual([]);
});

const stories = globSync('{src,test}/**/*.test.ts').map((path) => readFileSync(path, 'utf8'));
const toMembers = Object.entries(letters).filter(([, { to }]) => to.startsWith('members: '));
const toOthers = Object.entries(letters).filter(([, { to }]) => !to.startsWith('members: '));

test.for(toOthers)('a story tells who receives %s', ([name]) => {
  const called = [name, name.split('.')[1]].map((one) => `'${one}'`);
  expect(stories.some((story) => called.some((one) => story.includes(one)))).toBe(true);
});

const world = await customer({ lasts: true });
afterAll(() => world.close());
const { organizationId, ada } = world;
const hosting = { product: 'web-hosting', offer: 'standard', period: 'year', quantity: 1 };

/** One member of each kind: role, billing right, what they turned off, what reaches them. */
const members = [
  ['legal_representative', false, '', 'identity billing products'],
  ['legal_representative', false, 'billing', 'identity products'],
  ['legal_representative', false, 'products', 'identity billing'],
  ['legal_representative', false, 'billing products', 'identity'],
  ['administrator', false, '', 'billing products'],
  ['administrator', false, 'billing', 'products'],
  ['administrator', false, 'products', 'billing'],
  ['administrator', false, 'billing products', ''],
  ['collaborator', true, '', 'billing'],
  ['collaborator', true, 'billing', ''],
  ['collaborator', true, 'products', 'billing'],
  ['collaborator', false, '', ''],
  ['external', false, '', ''],
  ['external', true, '', ''],
] as const;

const addressOf = (role: MemberRole, right: boolean, off: string) =>
  `${role}${right ? '-pays' : ''}-without-${off.replace(' ', '-') || 'nothing'}@example.com`;

for (const [role, right, off] of members) {
  const address = addressOf(role, right, off);
  const { userId, browser } = await arrive(world, { ...linus, address });
  await join(userId, role, right);
  const body = { billing: !off.includes('billing'), products: !off.includes('products') };
  await browser.call(changeContact, { params: { organizationId, userId }, body });
}

async function join(userId: `usr_${string}`, role: MemberRole, right: boolean) {
  const by = { kind: 'user', userId: world.person.userId, name: world.person.name } as const;
  const granted = right ? { billingGrantedBy: world.person.userId } : {};
  const member = { organizationId, userId, role, ...granted };
  await world.within((tx) => addMember(tx, member, by, world.clock.now()));
}

const { organizationId: acme } = await ada.call(createOrganization, {
  body: { name: 'Acme', kind: 'company', country: 'CH' },
});

async function paid() {
  const order = await world.order(hosting);
  await world.transfer(await world.reference(order.proFormaId), order.gross);
  await world.runJobs();
}

/** The product that started last, moved from one organization to the other. */
async function moved(from: OrganizationId, to: OrganizationId) {
  const query = { state: 'active' } as const;
  const { rows } = await ada.call(listProducts, { params: { organizationId: from }, query });
  const { subscriptionId } = rows.at(-1)!;
  await ada.call(moveProduct, { params: { organizationId: from, subscriptionId }, body: { to } });
}

const staff = { kind: 'staff', staffId: `stf_${'0'.repeat(32)}`, name: 'Sam' } as const;

async function onAccountEnds() {
  const decision = { organizationId, reason: 'late too often', actor: staff };
  await world.within((tx) => revokeOnAccount(tx, decision, world.clock.now()));
}

/** How each letter to members comes about. A new one needs its line here. */
const happenings: Readonly<Record<string, () => Promise<void>>> = {
  'organizations.identity-changed': async () => {
    const params = { organizationId };
    await ada.call(updateOrganization, { params, body: { name: `Name ${crypto.randomUUID()}` } });
  },
  'organizations.member-left': async () => {
    const friend = await arrive(world, { ...linus, address: 'leaves@example.com' });
    await join(friend.userId, 'external', false);
    await friend.browser.call(leaveOrganization, { body: { organizationId } });
  },
  'organizations.on-account-granted': async () => {
    await world.onAccount();
    await onAccountEnds();
  },
  'organizations.on-account-revoked': async () => {
    await world.onAccount();
    await onAccountEnds();
  },
  'billing.pro-forma-ready': async () => void (await world.order(hosting)),
  'billing.invoice-issued': async () => {
    await world.onAccount();
    await world.order(hosting);
    await onAccountEnds();
  },
  'billing.invoice-paid': paid,
  'billing.money-on-prepaid': async () => {
    const { proFormaId, gross } = await world.order(hosting);
    await world.transfer(await world.reference(proFormaId), { ...gross, minor: '1' });
  },
  'subscriptions.order-cancelled': async () => {
    const { orderId } = await world.order(hosting);
    await ada.call(cancelOrder, { params: { organizationId, orderId } });
  },
  'subscriptions.product-active': paid,
  'subscriptions.product-left': async () => {
    await paid();
    await moved(organizationId, acme);
  },
  'subscriptions.product-arrived': async () => {
    await paid();
    await moved(organizationId, acme);
    await moved(acme, organizationId);
  },
};

/** Whom one letter reached in the organization, since a message. */
async function reachedBy(letter: string, since: string): Promise<string[]> {
  await world.runJobs();
  const rows = await world.query<{ address: string }>(
    `select distinct address from messages.message
     where letter = $1 and organization_id = $2::uuid and id > $3::uuid order by address`,
    [letter, toUuid(organizationId), since],
  );
  return rows.map(({ address }) => address);
}

async function lastMessage(): Promise<string> {
  const [row] = await world.query<{ id: string }>(
    'select id::text from messages.message order by id desc limit 1',
  );
  return row?.id ?? '00000000-0000-0000-0000-000000000000';
}

test('each letter to members has a story, and nothing else has one here', () => {
  const wanted = toMembers.map(([name]) => name).toSorted();
  expect(Object.keys(happenings).toSorted()).toEqual(wanted);
});

test.for(toMembers)('[N1] %s reaches whom the table says', async ([name, { to }]) => {
  const subject = to.slice('members: '.length);
  world.clock.moveTo(new Date(world.clock.now().getTime() + 1000)); // ids tell what came after
  const before = await lastMessage();
  await happenings[name]?.();
  const expected = members
    .filter(([, , , reads]) => reads.split(' ').includes(subject))
    .map(([role, right, off]) => addressOf(role, right, off));
  expect(await reachedBy(name, before)).toEqual(['ada@example.com', ...expected].toSorted());
});

test('the confirmation of an order reaches who placed it, and nobody else', async () => {
  world.clock.moveTo(new Date(world.clock.now().getTime() + 1000));
  const before = await lastMessage();
  await world.order(hosting);
  expect(await reachedBy('subscriptions.order-received', before)).toEqual(['ada@example.com']);
});
