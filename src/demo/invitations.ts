// Who was invited to the demo's companies: one came, one let it expire, two did not answer yet.
import type { Instant } from '#kernel/calendar.ts';
import type { MemberRole } from '#kernel/permission.ts';
import { createUser, hashPassword } from '#modules/identity/index.ts';
import { acceptInvitation, inviteMember } from '#modules/organizations/index.ts';
import type { App } from '../app.ts';
import { demoPassword, demoPeople } from './accounts.ts';
import { alpesDiseno, imprentaRibera } from './customers.ts';
import type { DemoCustomer } from './customer.ts';
import type { OpenedCustomer } from './open-customers.ts';

type DemoInvitation = {
  readonly daysAgo: number;
  readonly by: DemoCustomer;
  readonly address: string;
  readonly role: MemberRole;
  readonly billingRight?: true;
  readonly note?: string;
  /** Who signs up through it, the same day. */
  readonly accepted?: { readonly firstName: string; readonly lastName: string };
};

const invitations: readonly DemoInvitation[] = [
  {
    daysAgo: 40,
    by: alpesDiseno,
    address: 'pau@alpes-diseno.example',
    role: 'administrator',
    accepted: { firstName: 'Pau', lastName: 'Ferrer' },
  },
  {
    daysAgo: 12,
    by: alpesDiseno,
    address: 'fotos@luz-norte.example',
    role: 'external',
    note: 'Para las fotos de la nueva web.',
  },
  {
    daysAgo: 2,
    by: alpesDiseno,
    address: 'contabilidad@fiduciaire-valais.example',
    role: 'collaborator',
    billingRight: true,
    note: 'Así ve usted las facturas sin que se las mandemos.',
  },
  {
    daysAgo: 1,
    by: imprentaRibera,
    address: demoPeople.customer.address,
    role: 'external',
    note: '¿Echa un vistazo a nuestra web?',
  },
];

/** What was sent on a day of the demo's past, and who came. */
export async function inviteOn(
  { database }: App,
  { opened, daysAgo }: { opened: readonly OpenedCustomer[]; daysAgo: number },
  now: Instant,
): Promise<void> {
  for (const invitation of invitations.filter((one) => one.daysAgo === daysAgo)) {
    const by = opened.find(({ is }) => is === invitation.by);
    if (!by) continue;
    const { organizationId, userId } = by;
    const actor = { kind: 'user', userId, name: by.is.person.join(' ') } as const;
    const { address, role, note, billingRight = false, accepted } = invitation;
    const passwordHash = accepted && (await hashPassword(demoPassword));
    await database.within(async (tx) => {
      const wanted = { organizationId, address, role, billingRight, note };
      const { invitationId } = await inviteMember(tx, wanted, actor, now);
      if (!accepted || passwordHash === undefined) return;
      const account = {
        ...accepted,
        address,
        language: 'es',
        country: 'CH',
        passwordHash,
      } as const;
      const invitedId = await createUser(tx, account, now);
      await acceptInvitation(tx, { invitationId, userId: invitedId }, now);
    });
  }
}
