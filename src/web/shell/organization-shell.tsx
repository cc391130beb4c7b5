import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrganizationId } from '#kernel/ids.ts';
import { Failure } from '#ui/feedback/failure.tsx';
import { call } from '#web/api/client.ts';
import { useOptionalData } from '#web/api/queries.ts';
import { place, useOrganizationInPath } from '#web/routing/place.ts';
import { AvatarMenu } from './avatar-menu.tsx';
import { Frame } from './frame.tsx';
import { useMyOrganizations, type MyOrganization } from './my-organizations.ts';
import { navigation } from './navigation.ts';
import { lookOf, OrganizationMark } from './organization-mark.tsx';
import { SideNav } from './side-nav.tsx';
import { SignedIn } from './signed-in.tsx';
import { Switcher } from './switcher.tsx';
import { TopBar } from './top-bar.tsx';

/** The customer's area: everything in it belongs to the organization in the address. */
export function OrganizationShell() {
  return (
    <SignedIn>
      <InOrganization />
    </SignedIn>
  );
}

function InOrganization() {
  const { t } = useTranslation();
  const { rows, current } = useMyOrganizations();
  const inPath = useOrganizationInPath();
  const present = rows.find(({ organizationId }) => organizationId === inPath);
  useRemembered(present?.organizationId, current);
  const shown = present ?? rows.find(({ organizationId }) => organizationId === current) ?? rows[0];
  if (!shown)
    return (
      <Failure isPage title={t('no-organization.title')}>
        {t('no-organization.text')}
      </Failure>
    );
  return (
    <OrganizationFrame present={shown} all={rows}>
      {present === undefined && (
        <Failure isPage title={t('not-member.title')}>
          {t('not-member.text')}
        </Failure>
      )}
    </OrganizationFrame>
  );
}

function OrganizationFrame({
  present,
  all,
  children,
}: {
  present: MyOrganization;
  all: readonly MyOrganization[];
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const { organizationId } = present;
  const counts = useCounts(present);
  return (
    <Frame
      side={(close) => (
        <>
          <Switcher present={present} all={all} />
          <SideNav
            label={t('nav.customer')}
            groups={navigation.organization}
            addressOf={({ path }) => place(path as '/o/$organizationId', { organizationId })}
            counts={counts}
            onFollow={close}
          />
        </>
      )}
      top={
        <TopBar
          side={{ kind: 'organization', organizationId }}
          badge={<AvatarMenu />}
          mark={<OrganizationMark look={lookOf(present)} />}
        />
      }
    >
      {children || undefined}
    </Frame>
  );
}

/** What waits behind the entries. Nobody waits for the figures. */
function useCounts({ organizationId, may }: MyOrganization) {
  const open = useOptionalData(
    'listInvoices',
    { params: { organizationId }, query: { state: 'open', limit: 20 } },
    { enabled: may.includes('billing.see') },
  );
  return { invoices: open?.rows.length };
}

/** The portal opens next time where one was last; nobody waits for that. */
function useRemembered(present: OrganizationId | undefined, current: string | null): void {
  useEffect(() => {
    if (present === undefined || present === current) return;
    call('rememberOrganization', { body: { organizationId: present } }).catch(() => undefined);
  }, [present, current]);
}
