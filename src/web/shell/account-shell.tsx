import { useTranslation } from 'react-i18next';
import { Icon } from '#ui/icon/icon.tsx';
import { Link } from '#ui/text/link.tsx';
import { place } from '#web/routing/place.ts';
import { AvatarMenu } from './avatar-menu.tsx';
import { Frame } from './frame.tsx';
import { useMyOrganizations } from './my-organizations.ts';
import { navigation } from './navigation.ts';
import { SideNav } from './side-nav.tsx';
import { SignedIn } from './signed-in.tsx';
import { TopBar } from './top-bar.tsx';

/** One's own account, outside of any organization (R30). */
export function AccountShell() {
  return (
    <SignedIn>
      <Account />
    </SignedIn>
  );
}

function Account() {
  const { t } = useTranslation();
  const { rows, current } = useMyOrganizations();
  const back = rows.find(({ organizationId }) => organizationId === current) ?? rows[0];
  return (
    <Frame
      side={(close) => (
        <>
          <Link to={place('/')} className="brand" onClick={close}>
            <Icon name="home" />
            {back ? t('nav.back-to', { name: back.name }) : t('nav.home')}
          </Link>
          <SideNav
            label={t('nav.account')}
            groups={navigation.account}
            addressOf={({ path }) => path}
            onFollow={close}
          />
        </>
      )}
      top={
        <TopBar
          side={{ kind: 'organization', organizationId: back?.organizationId }}
          badge={<AvatarMenu />}
        />
      }
    />
  );
}
