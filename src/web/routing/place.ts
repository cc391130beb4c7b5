import { useParams } from '@tanstack/react-router';
import type { Path } from '#web/routes.tsx';

/** The `$parameters` of an address. */
type Parameters<P extends string> = P extends `${string}$${infer Name}/${infer Rest}`
  ? Name | Parameters<Rest>
  : P extends `${string}$${infer Name}`
    ? Name
    : never;

type Filled<P extends string> = { readonly [K in Parameters<P>]: string };
type Query = { readonly [name: string]: string | undefined };

/**
 * The address of a page: `place('/staff/bank/$bankFileId', { bankFileId })`. It exists, or it does
 * not compile.
 */
export function place<P extends Path>(
  path: P,
  ...[parameters, query]: [Parameters<P>] extends [never]
    ? [parameters?: undefined, query?: Query]
    : [parameters: Filled<P>, query?: Query]
): string {
  const filled = fill(path, parameters ?? {});
  const searched = new URLSearchParams(
    Object.entries(query ?? {}).filter((pair): pair is [string, string] => Boolean(pair[1])),
  ).toString();
  return searched === '' ? filled : `${filled}?${searched}`;
}

const inOrganization = '/o/$organizationId';
type InOrganization = Path extends infer P
  ? P extends `/o/$organizationId${infer R}`
    ? R
    : never
  : never;

/**
 * Addresses within the organization that the page is in:
 * `const at = usePlaces(); at('/billing/invoices/$invoiceId', { invoiceId })`.
 */
export function usePlaces() {
  const organizationId = useOrganizationInPath() ?? '';
  return <R extends InOrganization>(
    rest: R,
    ...[parameters, query]: [Parameters<R>] extends [never]
      ? [parameters?: undefined, query?: Query]
      : [parameters: Filled<R>, query?: Query]
  ): string => {
    const all = {
      organizationId,
      ...(parameters as { readonly [name: string]: string } | undefined),
    };
    return place(`${inOrganization}${rest}` as '/o/$organizationId', all, query);
  };
}

/** The organization in the address; undefined outside of one. */
export function useOrganizationInPath(): string | undefined {
  const { organizationId } = useParams({ strict: false }) as { organizationId?: string };
  return organizationId;
}

function fill(path: string, parameters: { readonly [name: string]: string }): string {
  return path.replaceAll(/\$(\w+)/g, (_, name: string) =>
    encodeURIComponent(parameters[name] ?? ''),
  );
}
