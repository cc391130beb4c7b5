import { Outlet, useLocation } from '@tanstack/react-router';
import { Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Drawer } from '#ui/action/dialog.tsx';
import { IconButton } from '#ui/action/button.tsx';
import { Offers } from '#ui/feedback/toasts.tsx';
import { PageSkeleton } from '#ui/feedback/skeleton.tsx';
import { InstanceBanner } from './notices.tsx';
import { useArea } from './use-area.ts';

/** Left navigation, top bar, page. On small screens the navigation waits behind a button. */
export function Frame({
  side,
  top,
  children,
}: {
  side: (close: () => void) => ReactNode;
  top: ReactNode;
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const [openAt, setOpenAt] = useState<string>(); // following a link closes it
  const close = (): void => setOpenAt(undefined);
  useArea();
  return (
    <>
      <a className="skip" href="#page">
        {t('skip')}
      </a>
      <div className="shell">
        <aside className="shell-side" aria-label={t('menu')}>
          {side(close)}
        </aside>
        <div>
          <header>
            <InstanceBanner />
            <div className="top">
              <span className="top-burger">
                <IconButton icon="menu" label={t('menu')} onClick={() => setOpenAt(pathname)} />
              </span>
              {top}
            </div>
          </header>
          <main id="page" className="main" tabIndex={-1}>
            <Offers />
            {children ?? (
              <Suspense fallback={<PageSkeleton />}>
                <Outlet />
              </Suspense>
            )}
          </main>
        </div>
      </div>
      <Drawer isOpen={openAt === pathname} onClose={close} label={t('menu')}>
        {side(close)}
      </Drawer>
    </>
  );
}
