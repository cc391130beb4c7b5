import { useLocation, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { MenuItem, MenuLine } from '#ui/action/menu.tsx';
import { Initials } from '#ui/text/initials.tsx';
import { Link } from '#ui/text/link.tsx';
import { useAct } from '#web/api/acts.ts';
import { useOptionalData } from '#web/api/queries.ts';
import { sessionChanged, useStaffSession } from '#web/api/session.ts';
import { place } from '#web/routing/place.ts';
import { BadgeMenu, LanguageItems } from './avatar-menu.tsx';
import { Frame } from './frame.tsx';
import { navigation } from './navigation.ts';
import { SecondFactorStop, StaffPasskeyStop } from './second-factor-stop.tsx';
import { SideNav } from './side-nav.tsx';
import { TopBar } from './top-bar.tsx';

/** The provider's side: another accent, other pages, a session of its own. */
export function StaffShell() {
  const { t } = useTranslation();
  const { staff, brand, missing } = useStaffSession();
  const { pathname } = useLocation();
  const counted = { everySeconds: 60, enabled: missing === null };
  const work = useOptionalData('listWorkItems', { query: { limit: 20 } }, counted);
  const reports = useOptionalData('listReports', { query: { limit: 20 } }, counted);
  const isStopped = missing !== null && pathname !== place('/staff/security');
  const stop = missing === 'passkey' ? <StaffPasskeyStop /> : <SecondFactorStop />;
  return (
    <Frame
      side={(close) => (
        <>
          <Link to={place('/staff')} className="brand" onClick={close}>
            <Initials name={brand} brand />
            {brand}
            <span className="staff-mark">{t(`staff-role.${staff.role}`)}</span>
          </Link>
          <SideNav
            label={t('nav.staff')}
            groups={navigation.staff}
            addressOf={({ path }) => path}
            counts={{
              'staff-work-items': work?.rows.length,
              'staff-accounts': reports?.rows.length,
            }}
            onFollow={close}
          />
        </>
      )}
      top={<TopBar side={{ kind: 'staff' }} badge={<StaffBadge />} />}
    >
      {isStopped ? stop : undefined}
    </Frame>
  );
}

function StaffBadge() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { staff } = useStaffSession();
  const leave = useAct('staffSignOut', {
    onDone: () => {
      void navigate({ to: place('/staff/sign-in') }).then(() => sessionChanged('staff'));
    },
  });
  return (
    <BadgeMenu name={`${staff.firstName} ${staff.lastName}`} address={staff.address}>
      <MenuItem icon="security" label={t('badge.security')} to={place('/staff/security')} />
      <MenuLine />
      <LanguageItems />
      <MenuLine />
      <MenuItem icon="sign-out" label={t('badge.sign-out')} onSelect={() => void leave.act({})} />
    </BadgeMenu>
  );
}
