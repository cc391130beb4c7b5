import { expect, test } from 'vitest';
import { z } from 'zod';
import { day } from '#kernel/calendar.ts';
import { contract, pageOf, paging, type Contract } from '#kernel/contract.ts';
import { organizationId } from '#kernel/ids.ts';
import { moneyOut } from '#kernel/money.ts';
import { defineRefusal } from '#kernel/refusal.ts';
import { describeApi } from './openapi.ts';

const paid = defineRefusal<{ number: string }>('test.already-paid', 'conflict');
const bill = z
  .object({ total: moneyOut, due: day, note: z.string().nullable() })
  .meta({ id: 'Bill' });
const listBills = contract({
  name: 'listBills',
  method: 'GET',
  path: '/organizations/:organizationId/bills',
  summary: 'Bills, the latest first.',
  permission: 'billing.see',
  params: z.object({ organizationId }),
  query: z.object({ ...paging, state: z.enum(['open', 'paid']).optional() }),
  returns: pageOf(bill).meta({ id: 'BillPage' }),
});
const payBill = contract({
  name: 'payBill',
  method: 'POST',
  path: '/organizations/:organizationId/bills',
  summary: 'Pays.',
  permission: 'billing.pay',
  params: z.object({ organizationId }),
  body: z.object({ amount: moneyOut, on: day }).meta({ id: 'Payment' }),
  refusals: [paid],
  idempotency: 'required',
});

const described = describe([listBills, payBill]);
const bills = described.paths['/organizations/{organizationId}/bills']!;

test('paths, operations and parameters come from the contracts', () => {
  expect(described.openapi).toBe('3.1.1');
  expect(bills['get']).toMatchObject({
    operationId: 'listBills',
    tags: ['test'],
    security: [{ session: [] }],
  });
  expect(bills['get']!.parameters).toMatchObject([
    {
      name: 'organizationId',
      in: 'path',
      required: true,
      schema: { pattern: '^org_[0-9a-f]{32}$' },
    },
    { name: 'cursor', in: 'query', required: false },
    {
      name: 'limit',
      in: 'query',
      required: false,
      schema: { type: 'integer', default: 50, maximum: 200 },
    },
    { name: 'state', in: 'query', required: false, schema: { enum: ['open', 'paid'] } },
  ]);
});

test('named schemas are components and are pointed at', () => {
  expect(bills['get']!.responses['200']).toMatchObject({
    content: { 'application/json': { schema: { $ref: '#/components/schemas/BillPage' } } },
  });
  expect(Object.keys(described.components.schemas).toSorted()).toEqual([
    'Bill',
    'BillPage',
    'Money',
    'Payment',
    'Problem',
  ]);
  expect(described.components.schemas['Bill']).toMatchObject({
    properties: {
      total: { $ref: '#/components/schemas/Money' },
      due: { type: 'string', format: 'date' },
    },
    required: ['total', 'due', 'note'],
  });
});

test('every pointer of the document leads somewhere', () => {
  const pointers = JSON.stringify(described).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g);
  const names = [...pointers].map(([, name]) => name!);
  expect(names.length).toBeGreaterThan(4);
  expect(names.filter((name) => !(name in described.components.schemas))).toEqual([]);
});

test('refusals stand under their status with their codes', () => {
  const { responses } = bills['post']!;
  expect(responses['409']!.description).toContain('`test.already-paid`');
  expect(responses['409']!.description).toContain('`http.idempotency-key-reused`');
  expect(Object.keys(responses)).toEqual(['204', '401', '403', '404', '409', '422', '429', '503']);
  expect(bills['post']!.parameters).toMatchObject([
    { name: 'organizationId' },
    { name: 'X-Atrio-CSRF', required: true },
    { name: 'Idempotency-Key', required: true },
  ]);
});

test('[A2.4.1] a door says how to answer when it wants work first', () => {
  const knock = contract({
    name: 'knock',
    method: 'POST',
    path: '/knocks',
    summary: 'Knocks.',
    permission: 'public',
    rateClass: 'door',
  });
  const { paths } = describe([knock, payBill]);
  const door = paths['/knocks']!['post']!;
  expect(door.parameters).toMatchObject([{ name: 'X-Atrio-Proof-Of-Work', required: false }]);
  expect(door.responses['429']!.description).toContain('`http.proof-of-work-wanted`');
  expect(bills['post']!.responses['429']!.description).not.toContain('proof-of-work');
});

test('two shapes under one name are a bug', () => {
  const other = contract({
    ...listBills,
    name: 'other',
    path: '/other',
    returns: z.string().meta({ id: 'BillPage' }),
  });
  expect(() => describe([listBills, other])).toThrow('two schemas of the API are called BillPage');
});

type Operation = {
  parameters: unknown[];
  responses: Record<string, { description: string }>;
};
type Document = {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, unknown> };
};

function describe(contracts: readonly unknown[]): Document {
  const routes = (contracts as Contract[]).map((one) => ({ contract: one }));
  const title = { title: 'Atrio', version: '1', origin: 'https://a.example', prefix: '/api/v1' };
  return describeApi([{ name: 'test', routes }], title) as Document;
}
