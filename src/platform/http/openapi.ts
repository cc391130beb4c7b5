import type { Contract } from '#kernel/contract.ts';
import { operationOf } from './openapi/operation.ts';
import { Schemas, type JsonSchema } from './openapi/schemas.ts';

export type DescribedModule = {
  readonly name: string;
  readonly routes: readonly { readonly contract: Contract }[];
};

export type ApiTitle = {
  readonly title: string;
  readonly version: string;
  readonly origin: string;
  /** Where the paths begin, `/api/v1`. */
  readonly prefix: string;
};

/** The whole API as OpenAPI 3.1, from the same contracts that fulfil it. */
export function describeApi(
  modules: readonly DescribedModule[],
  { title, version, origin, prefix }: ApiTitle,
): JsonSchema {
  const schemas = new Schemas();
  const paths: { [path: string]: JsonSchema } = {};
  for (const { name, routes } of modules) {
    for (const { contract } of routes) {
      const path = contract.path.replaceAll(/:(\w+)/g, '{$1}');
      const operation = operationOf(contract, name, schemas);
      paths[path] = { ...paths[path], [contract.method.toLowerCase()]: operation };
    }
  }
  return {
    openapi: '3.1.1',
    info: { title, version },
    servers: [{ url: origin + prefix }],
    tags: modules.filter(({ routes }) => routes.length > 0).map(({ name }) => ({ name })),
    paths,
    components: { schemas: schemas.components, securitySchemes },
  };
}

const securitySchemes = {
  session: { type: 'apiKey', in: 'cookie', name: '__Host-atrio_sid' },
  staffSession: { type: 'apiKey', in: 'cookie', name: '__Host-atrio_staff' },
};
