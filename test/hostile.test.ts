// Whatever is sent, to whichever route: it is turned away or taken, and never a bug of ours.
import { afterAll, expect, test } from 'vitest';
import type { Contract } from '#kernel/contract.ts';
import {
  examplesOf,
  objectsIn,
  oddCursors,
  oddTexts,
  oddValues,
  schemaOf,
  twisted,
  type Schema,
} from './hostile.ts';
import { ada, arrive, hire } from './people.ts';
import { given } from './world.ts';

const world = await given({ lasts: true });
afterAll(() => world.close());

const owner = await arrive(world, ada);
const sam = await hire(world, 'administrator');
const contracts = world.app.routes.map(({ contract }): Contract => contract);
const named = (list: readonly Contract[]) =>
  list.map((contract) => ({ contract, route: `${contract.method} ${contract.path}` }));
const keysOf = ({ query }: Contract): readonly string[] =>
  query ? Object.keys(schemaOf(query).properties ?? {}) : [];

type File = { readonly name: string; readonly bytes: string };
type Sent = {
  params?: object;
  query?: object;
  body?: unknown;
  file?: File;
  headers?: { readonly [name: string]: string };
};

let sent = 0;

/** As who may do most, each time from another network: the throttles are no part of this. */
async function answerTo({ contract, send }: { contract: Contract; send: Sent }) {
  const { params = {}, ...rest } = send;
  const client = world.browser({ from: `10.0.${(sent >> 8) & 255}.${sent++ & 255}` });
  client.setCookie('sid', owner.browser.cookie('sid'));
  client.setCookie('staff', sam.browser.cookie('staff'));
  const names = [...contract.path.matchAll(/:(\w+)/g)].map(([, name = '']) => [name, 'none']);
  const path = { ...Object.fromEntries(names), organizationId: owner.ownId, ...params };
  return client.send(contract as never, { params: path, ...rest, key: `key-${sent}` } as never);
}

async function codeOf(contract: Contract, send: Sent): Promise<string> {
  const answer = await answerTo({ contract, send });
  return answer.json<{ code: string }>().code;
}

/** What was a bug of ours, among all that is sent to a route. */
async function bugsIn(contract: Contract, sends: Iterable<Sent>): Promise<readonly string[]> {
  const bugs: string[] = [];
  for (const send of sends) {
    const { statusCode } = await answerTo({ contract, send });
    if (statusCode >= 500) bugs.push(`${statusCode} ${JSON.stringify(send).slice(0, 300)}`);
  }
  return bugs;
}

const withBody = named(contracts.filter(({ body }) => body !== undefined));
const withQuery = named(contracts.filter((contract) => keysOf(contract).length > 0));
const withParams = named(contracts.filter(({ path }) => path.includes(':')));

test('there are routes of every kind to try', () => {
  for (const list of [withBody, withQuery, withParams]) expect(list.length).toBeGreaterThan(30);
});

const oddly = 'http.not-as-promised';
const notJson = { code: 'http.not-json', status: 422 };

const json = ['application/json; charset=utf-8', 'APPLICATION/JSON', 'application/json\t;a=b'];
const other = ['text/plain', 'application/jsonx', 'application/x-www-form-urlencoded', '/', ''];

test.for(withBody)('[AT-59] one schema, whatever the type says: $route', async ({ contract }) => {
  const send = (type: string) =>
    answerTo({ contract, send: { body: { odd: 1 }, headers: { 'content-type': type } } });
  const usual = await send('application/json');
  for (const type of json) expect((await send(type)).json().code).toBe(usual.json().code);
  for (const type of other) expect((await send(type)).json(), type).toMatchObject(notJson);
  const bytes = await send('application/octet-stream');
  expect(bytes.statusCode).toBeGreaterThanOrEqual(400);
  expect(bytes.statusCode).toBeLessThan(500);
});

/** What browsers say of a passkey: they may say more than we ask. And sums, which answers hold too. */
const isForeign = ({ properties = {} }: Schema): boolean =>
  'clientDataJSON' in properties || 'rawId' in properties || 'minor' in properties;

test.for(withBody)('[WB-05] [AT-57] nothing but what is asked for: $route', ({ contract }) => {
  const { body } = contract;
  const loose = [...(body ? objectsIn(schemaOf(body)) : [])].filter(
    (one) => one.additionalProperties !== false && !isForeign(one),
  );
  // what a product is set up with has names of its own
  const named = loose.filter(({ propertyNames }) => propertyNames === undefined);
  expect(named.map(({ properties }) => Object.keys(properties ?? {}))).toEqual([]);
});

const smuggled = {
  ...{ userId: 'usr_1', staffId: 'stf_1', sessionId: 'ses_1', organizationId: 'org_1' },
  ...{ role: 'administrator', aal: 2, level: 2, isAdmin: true, holder: { kind: 'staff' } },
  ...{ now: '2030-01-01', constructor: { prototype: {} } },
};

test.for(withBody)('[AT-57] [WB-05] who one is stands in no body: $route', async ({ contract }) => {
  const { body } = contract;
  for (const example of body ? examplesOf(body) : []) {
    const named = Object.entries(smuggled).filter(([name]) => !(name in Object(example)));
    for (const [name, value] of named) {
      const sent = { ...Object(example), [name]: value };
      const { statusCode } = await answerTo({ contract, send: { body: sent } });
      expect([401, 403, 404, 422], name).toContain(statusCode);
    }
  }
});

test.for(withBody)('[LG-04] no text, in the body: $route', async ({ contract }) => {
  for (const odd of oddTexts) {
    expect(await codeOf(contract, { body: { odd } })).toBe(oddly);
    expect(await codeOf(contract, { body: { [odd]: 1 } })).toBe(oddly);
  }
});

test.for(withQuery)('[LG-04] no text, in what is asked for: $route', async ({ contract }) => {
  for (const key of keysOf(contract)) {
    expect(await codeOf(contract, { query: { [key]: 'a\0b' } }), key).toBe(oddly);
  }
});

test.for(withParams)('[LG-04] no text, in the path: $route', async ({ contract }) => {
  const names = [...contract.path.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
  for (const name of names) {
    expect(await codeOf(contract, { params: { [name]: 'a\0b' } }), name).toBe(oddly);
  }
});

test.for(withBody)(
  '[LG-04] [AT-69] odd values, each in each place: $route',
  async ({ contract }) => {
    const { body } = contract;
    const examples = body ? examplesOf(body) : [];
    expect(examples.length).toBeGreaterThan(0);
    const bodies = examples.flatMap((example) => [...twisted(example, oddValues)]);
    expect(
      await bugsIn(
        contract,
        bodies.map((one) => ({ body: one })),
      ),
    ).toEqual([]);
  },
);

test.for(withQuery)('[LG-04] odd wishes and forged cursors: $route', async ({ contract }) => {
  const odd = [...oddValues, ...oddCursors].filter((value) => String(value).length < 1000);
  const queries = keysOf(contract).flatMap((key) => odd.map((one) => ({ query: { [key]: one } })));
  expect(await bugsIn(contract, queries)).toEqual([]);
});

test.for(named(contracts.filter(({ accepts }) => accepts === 'file')))(
  '[LG-04] no text, in the name of a file: $route',
  async ({ contract }) => {
    const sends = oddTexts.map((odd) => ({ file: { name: odd.toWellFormed(), bytes: 'none' } }));
    expect(await bugsIn(contract, sends)).toEqual([]);
  },
);

test('[AT-69] [LG-04] what is nested half a million deep is turned away, and costs little', async () => {
  const deep = '['.repeat(400_000) + ']'.repeat(400_000);
  const headers = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' };
  for (const payload of [deep, `{"address":${deep},"password":"x"}`]) {
    const url = '/api/v1/sign-in';
    const answer = await world.app.server.inject({ method: 'POST', url, headers, payload });
    expect(answer.json()).toMatchObject({ code: oddly, facts: { where: 'body' } });
  }
});
