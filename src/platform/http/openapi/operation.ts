import type { z } from 'zod';
import type { Contract } from '#kernel/contract.ts';
import type { RefusalKind } from '#kernel/refusal.ts';
import { problem, statusOf } from '../problem.ts';
import * as edge from '../refusals.ts';
import type { JsonSchema, Schemas } from './schemas.ts';

/** One route as OpenAPI says it. */
export function operationOf(contract: Contract, tag: string, schemas: Schemas): JsonSchema {
  const body = bodyOf(contract, schemas);
  return {
    operationId: contract.name,
    summary: contract.summary,
    tags: [tag],
    parameters: parametersOf(contract, schemas),
    ...(body ? { requestBody: body } : {}),
    responses: { ...answerOf(contract, schemas), ...refusalsOf(contract, schemas) },
    security: isDoor(contract) ? [] : [{ [cookieOf(contract)]: [] }],
    'x-permission': contract.permission,
    ...(contract.sensitive ? { 'x-fresh-proof': true } : {}),
    ...(contract.delegable ? { 'x-delegable': true } : {}),
  };
}

const isDoor = ({ permission }: Contract) => permission === 'public' || permission === 'attempt';

function cookieOf({ permission }: Contract): string {
  return permission.startsWith('staff.') ? 'staffSession' : 'session';
}

function parametersOf(contract: Contract, schemas: Schemas): JsonSchema[] {
  const headers = [];
  if (contract.method !== 'GET' && !isDoor(contract)) {
    headers.push({
      ...header('X-Atrio-CSRF', 'The value that GET /session gives.'),
      required: true,
    });
  }
  if (contract.rateClass === 'door') {
    const about =
      'Base64 of `{"challenge":…,"solution":…}` as ALTCHA 2 spells it: an answer to the `challenge` ' +
      'that the refusal `http.proof-of-work-wanted` gives among its facts. The same request is sent ' +
      'again with it, once, within five minutes; or without it after `Retry-After`.';
    headers.push({ ...header('X-Atrio-Proof-Of-Work', about), required: false });
  }
  if (contract.idempotency !== undefined) {
    const about = 'Any text of your own, up to 200 characters; a repetition gets the first answer.';
    const required = contract.idempotency === 'required';
    headers.push({ ...header('Idempotency-Key', about), required });
  }
  return [
    ...fieldsOf(contract.params, 'path', schemas),
    ...fieldsOf(contract.query, 'query', schemas),
    ...headers,
  ];
}

function header(name: string, description: string): JsonSchema {
  return { name, in: 'header', description, schema: { type: 'string' } };
}

function fieldsOf(
  object: z.ZodObject | undefined,
  where: 'path' | 'query',
  schemas: Schemas,
): JsonSchema[] {
  return Object.entries(object?.shape ?? {}).map(([name, field]) => ({
    name,
    in: where,
    required: where === 'path' || !isOptional(field as z.ZodType),
    schema: schemas.of(field as z.ZodType, 'sent'),
  }));
}

/** Absent is allowed: optional, or with a default. */
function isOptional(field: z.ZodType): boolean {
  return field.safeParse(undefined).success;
}

function bodyOf(contract: Contract, schemas: Schemas): JsonSchema | undefined {
  if (contract.accepts === 'file') {
    const content = {
      'application/octet-stream': { schema: { type: 'string', format: 'binary' } },
    };
    return { required: true, content };
  }
  if (!contract.body) return undefined;
  const required = !isOptional(contract.body);
  return {
    required,
    content: { 'application/json': { schema: schemas.of(contract.body, 'sent') } },
  };
}

function answerOf({ returns }: Contract, schemas: Schemas): JsonSchema {
  if (returns === undefined) return { 204: { description: 'Done.' } };
  const content =
    typeof returns === 'string'
      ? { [returns]: { schema: { type: 'string', format: 'binary' } } }
      : { 'application/json': { schema: schemas.of(returns, 'given') } };
  return { 200: { description: 'As asked.', content } };
}

/** What can be refused, by status, each code named. */
function refusalsOf(contract: Contract, schemas: Schemas): JsonSchema {
  const byStatus = new Map<number, string[]>();
  for (const { code, kind } of [...(contract.refusals ?? []), ...edgeRefusals(contract)]) {
    const codes = byStatus.get(statusOf[kind]) ?? [];
    if (!codes.includes(code)) byStatus.set(statusOf[kind], [...codes, code]);
  }
  const refused = [...byStatus].toSorted(([a], [b]) => a - b);
  return Object.fromEntries(
    refused.map(([status, codes]) => [
      status,
      {
        description: `Refused: ${codes.map((code) => `\`${code}\``).join(', ')}.`,
        content: { 'application/problem+json': { schema: schemas.of(problem, 'given') } },
      },
    ]),
  );
}

function edgeRefusals(contract: Contract): { code: string; kind: RefusalKind }[] {
  const takesInput = contract.params ?? contract.query ?? contract.body;
  const isOrganizations = contract.path.startsWith('/organizations/');
  return [
    ...(takesInput ? [edge.notAsPromised] : []),
    ...(isDoor(contract) ? [] : [edge.signInFirst]),
    ...(contract.method === 'GET' ? [] : [edge.crossSite]),
    ...(isDoor(contract) || contract.permission === 'self' ? [] : [edge.notPermitted]),
    ...(isOrganizations ? [edge.noSuchPlace] : []),
    ...(contract.idempotency === undefined ? [] : [edge.keyReused]),
    ...(contract.idempotency === 'required' ? [edge.keyNeeded] : []),
    ...(contract.accepts === 'file' ? [edge.fileNeeded, edge.tooLarge] : []),
    edge.tooMany,
    ...(contract.rateClass === 'door' ? [edge.proofOfWorkWanted] : []),
    edge.unavailable,
  ];
}
