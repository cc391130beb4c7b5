import {
  aboutOneself,
  asLeader,
  organizationPermissions,
  reachedByAllProducts,
  rights,
  withBillingRight,
  withGrant,
  withheldWhileBlocked,
  type OrganizationPermission,
} from '#modules/organizations/members/rights.rules.ts';
import { en } from '#modules/organizations/texts/en.ts';
import { memberRoles } from '#kernel/permission.ts';
import { allContracts } from './contracts-table.ts';
import type { Table } from './table.ts';

/** docs/rights.md: who may what, printed from the data that decides it. */
export async function rightsTable(): Promise<Table> {
  const routes = await routesByPermission();
  const asked = organizationPermissions.map((permission) => {
    const names = routes.get(permission)?.map((name) => `\`${name}\``) ?? [];
    return `- ${code(permission)} ${names.join(' ') || '(no route yet)'}`;
  });
  return {
    path: 'docs/rights.md',
    text: `<!-- Written by \`npm run api\` from members/rights.rules.ts. Do not edit. -->

# Who may what in an organization

The rights of a member are what their role says, what the billing right adds, what was granted to them and
to their teams, and what they lead: it all adds up. One statement reads it, \`members/authorize.ts\` decides,
and pages offer (\`may\`) what it decides.

## By role

● for all there is in the organization, ○ with the billing right.

${table(['What', ...memberRoles.map((role) => en.role[role])], organizationPermissions.map(roleRow))}

## On single products, by grants and teams

A grant takes its whole product and goes to a member or to a team. A team may also hold a right on all
products, those to come too; it reaches ${reached(true)}, not ${reached(false)}.

${table(['What', 'see', 'manage', 'while management is blocked'], grantRows())}

Lists show what is held and nothing else. What a member does not see is answered like what does not exist.

## By leading a team, and about oneself

${table(['What', 'in the team that one leads', 'about oneself'], ownRows())}

## Which routes ask it

${asked.join('\n')}
`,
  };
}

function roleRow(permission: OrganizationPermission): string[] {
  const marks = memberRoles.map((role) => {
    if (rights[role].includes(permission)) return '●';
    return withBillingRight[role].includes(permission) ? '○' : '';
  });
  return [named(permission), ...marks];
}

function grantRows(): string[][] {
  const given = new Set([...withGrant.see, ...withGrant.manage]);
  return [...given].map((permission) => [
    named(permission),
    mark(withGrant.see.includes(permission)),
    mark(withGrant.manage.includes(permission)),
    withheldWhileBlocked.includes(permission) ? 'by role only' : 'the same',
  ]);
}

function ownRows(): string[][] {
  return [...new Set([...asLeader, ...aboutOneself])].map((permission) => [
    named(permission),
    mark(asLeader.includes(permission)),
    mark(aboutOneself.includes(permission)),
  ]);
}

function reached(isReached: boolean): string {
  const roles = memberRoles.filter((role) => reachedByAllProducts[role] === isReached);
  return roles.map((role) => `${en.role[role].toLowerCase()}s`).join(', ');
}

/** The words that pages say too, and the name that routes ask. */
function named(permission: OrganizationPermission): string {
  const [of = '', verb = ''] = permission.split('.');
  const words: { readonly [of: string]: { readonly [verb: string]: string } } = en.permission;
  const said = words[of]?.[verb];
  if (said === undefined) throw new Error(`${permission} has no words in texts/rights.en.ts`);
  return `${said} ${code(permission)}`;
}

const code = (permission: string): string => `\`${permission}\``;
const mark = (isHeld: boolean): string => (isHeld ? '●' : '');

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

async function routesByPermission(): Promise<ReadonlyMap<string, string[]>> {
  const contracts = await allContracts();
  const inOrganizations = contracts.filter(({ path }) =>
    path.startsWith('/organizations/:organizationId'),
  );
  const grouped = Map.groupBy(inOrganizations, ({ permission }) => permission);
  return new Map(
    [...grouped].map(([permission, list]) => [permission, list.map(({ name }) => name)]),
  );
}
